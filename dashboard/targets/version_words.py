"""What can be wrong with a table of targets somebody loads, in both languages."""

from dashboard.language.text import Text

COLUMN = Text(
    "Rad {}: kolumnen {} ska stå en gång. Kolumnerna är {}.",
    "Row {}: the column {} must stand once. The columns are {}.",
)
NO_ROWS = Text("Filen har inga rader under rubriken.", "The file has no rows below its head.")
TAKEN = Text(
    "{} är den publicerade versionen; ge den egna ett annat namn",
    "{} is the published version; give your own another name",
)
NO_VERSION = Text(
    "{} är inget namn som v2 eller region-2026: små bokstäver, siffror, punkt och streck",
    "{} is no name as v2 or region-2026: small letters, digits, dots and dashes",
)
OTHER_VERSION = Text("en fil har en version, här {}", "a file has one version, here {}")
NO_REGION = Text("{} är ingen regionkod som 14", "{} is no code of a region as 14")
NEEDS_REGION = Text("ett antal platser gäller en region", "a number of beds is of a region")
NO_STREAM = Text("{} är inte acute eller planned", "{} is not acute or planned")
NO_STREAM_HERE = Text(
    "ett antal platser gäller båda vårdformerna; lämna cellen tom",
    "a number of beds is of both streams; leave the cell empty",
)
NO_SIZE = Text("{} är ingen storleksklass som 16-30 eller 31-",
                "{} is no size class as 16-30 or 31-")  # fmt: skip
NO_LEVEL = Text("{} är ingen målnivå i procent, över 30 och under 100",
                 "{} is no target in per cent, above 30 and below 100")  # fmt: skip
AS_FRACTION = Text("{} är en andel; menas {} procent, skriv det",
                    "{} is a fraction; if {} per cent is meant, write that")  # fmt: skip
NO_NEED = Text("{} är inget helt antal platser", "{} is no whole number of beds")
ONE_OF_TWO = Text(
    "raden ska ha en målnivå (target_pct) eller ett antal platser (need_total), inte båda",
    "the row must have a target (target_pct) or a number of beds (need_total), not both",
)
NO_DATE = Text("{} är inget datum som 2026-01-01", "{} is no date as 2026-01-01")
BACKWARDS = Text("slutar före valid_from", "ends before valid_from")
NO_SOURCE = Text("skriv beslutet eller dokumentet som nivån står i",
                  "write the decision or document that states it")  # fmt: skip
TOO_LONG = Text("längre än 300 tecken", "longer than 300 characters")
NOT_AMONG = Text("{} är inte något av {}", "{} is not one of {}")
OVERLAP = Text(
    "samma omfattning gäller redan på rad {} under samma tid",
    "the same scope is in force in row {} at the same time already",
)
