"""Names and numbers by which sources call the regions."""

from collections.abc import Mapping

from dashboard.reference.regions import ALL_CODES, CODES

# Every name by code, parted by bars; names vary between sources (docs/methods.md 10.4, T12).
_NAMES: Mapping[str, str] = {
    "00": "Riket|Sverige|Hela riket|Hela landet|Sweden|Samtliga regioner|Alla regioner|Totalt"
          "|Total|Summa|Hela Sverige|Riket totalt",
    "01": "Stockholm|Region Stockholm|Stockholms län|Stockholms läns landsting|SLL",
    "03": "Uppsala|Region Uppsala|Uppsala län|Landstinget i Uppsala län",
    "04": "Södermanland|Region Södermanland|Region Sörmland|Sörmland|Södermanlands län"
          "|Landstinget Sörmland",
    "05": "Östergötland|Region Östergötland|Östergötlands län|Landstinget i Östergötland",
    "06": "Jönköping|Jönköpings län|Region Jönköping|Region Jönköpings län"
          "|Landstinget i Jönköpings län|RJL",
    "07": "Kronoberg|Region Kronoberg|Kronobergs län|Landstinget Kronoberg",
    "08": "Kalmar|Kalmar län|Region Kalmar|Region Kalmar län|Landstinget i Kalmar län",
    "09": "Gotland|Region Gotland|Gotlands län|Gotlands kommun",
    "10": "Blekinge|Region Blekinge|Blekinge län|Landstinget Blekinge",
    "12": "Skåne|Region Skåne|Skåne län",
    "13": "Halland|Region Halland|Hallands län|Landstinget Halland",
    "14": "Västra Götaland|Västra Götalandsregionen|Region Västra Götaland"
          "|Västra Götalands län|VGR|VG-regionen",
    "17": "Värmland|Region Värmland|Värmlands län|Landstinget i Värmland",
    "18": "Örebro|Örebro län|Region Örebro|Region Örebro län|Örebro läns landsting",
    "19": "Västmanland|Region Västmanland|Västmanlands län|Landstinget Västmanland",
    "20": "Dalarna|Region Dalarna|Dalarnas län|Landstinget Dalarna",
    "21": "Gävleborg|Region Gävleborg|Gävleborgs län|Landstinget Gävleborg",
    "22": "Västernorrland|Region Västernorrland|Västernorrlands län"
          "|Landstinget Västernorrland",
    "23": "Jämtland|Jämtland Härjedalen|Region Jämtland|Region Jämtland Härjedalen"
          "|Jämtlands län|Jämtlands läns landsting|JHR",
    "24": "Västerbotten|Region Västerbotten|Västerbottens län|Västerbottens läns landsting",
    "25": "Norrbotten|Region Norrbotten|Norrbottens län|Norrbottens läns landsting",
}  # fmt: skip
# The numbers of the former county councils, in the order of the codes.
_COUNCILS = "10 12 13 21 22 23 24 26 27 41 42 51 54 55 56 57 61 62 63 64 65"

# Region codes by alias, in each numbering: names, county codes, Kolada's own, and the one of the
# waiting-time database.
SCHEMES: Mapping[str, Mapping[str, str]] = {
    "name": {name: code for code, names in _NAMES.items() for name in names.split("|")},
    "code": {code: code for code in ALL_CODES},
    "kolada": {f"00{code}": code for code in ALL_CODES},
    "vantetider": dict(zip(_COUNCILS.split(), CODES, strict=True)),
}
