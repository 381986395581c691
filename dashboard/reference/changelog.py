"""What has changed on the site, version by version, in the words of its readers."""

from dashboard.frozen import frozen
from dashboard.language.text import Text


@frozen
class Change:
    """A change with the day it was published (`YYYY-MM-DD`) and the version it came with."""

    date: str
    version: str
    text: Text


# Newest first. It is about the software, so it is declared with it and not in a release.
CHANGES: tuple[Change, ...] = (
    Change(
        "2026-11-30",
        "0.1.0",
        Text(
            "Sidorna kommer snabbare på en telefon, och ett nytt val hämtar omkring en tredjedel "
            "så mycket. En månad med överbelagda men utan patienter avvisas.",
            "Pages come sooner on a phone, and a new choice fetches about a third as much. A month "
            "with overcrowded patients but without patients is refused.",
        ),
    ),
    Change(
        "2026-11-30",
        "0.1.0",
        Text(
            "Källorna och de kända felen i dem har en egen sida, Källor. En region som är inloggad "
            "lämnar, släpper och tar tillbaka sin beredskap i ett formulär. Utskrivna har sidorna "
            "rubrik, bild och tabell på första bladet, och överenskommelser blir en kalender.",
            "The sources and the known errors in them have a page of their own, Sources. A region "
            "that is signed in hands in, releases and takes back its preparedness in a form. On "
            "paper a page has its headline, picture and table on the first sheet, and the days of "
            "agreements are a calendar.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Stora tabeller sorteras efter valfri kolumn, en regions namn väljer den överallt, och "
            "på en telefon står filtren i nederkanten. Kolumnen beds_missing i filer och svar "
            "heter efter sitt gap: period_gap, occupancy_gap eller target_gap.",
            "Large tables sort by any column, a region's name chooses it everywhere, and on a "
            "phone the filters stand at the lower edge. The column beds_missing of files and "
            "answers is named by its gap: period_gap, occupancy_gap or target_gap.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Sidorna säger sina slutsatser först, och rubriker öppnar det som ligger bakom. Varje "
            "omdöme och varje gap har ett enda namn.",
            "Pages say their findings first, and headings open what lies behind. Every verdict and "
            "every gap has one name.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Sidan Scenario visar vad fler platser, kortare vårdtid, färre utskrivningsklara eller "
            "flyttad vård skulle göra, med hur säkert det är och vilket antagande som betyder "
            "mest, och har beredskap, avlastning, personal och prognos.",
            "The page Scenario shows what more beds, shorter stays, fewer ready for discharge or "
            "care moved would do, how sure that is and which assumption matters most, and has "
            "preparedness, relief, staff and a forecast.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Sidan Dialogunderlag samlar siffror, frågor, överenskommelser och plan inför ett möte "
            "med en region, och gör dem till bilder, rapport, sammanfattning och arbetsbok. "
            "Skattade månader får inget omdöme.",
            "The page Dialogue gathers figures, questions, agreements and the plan for a meeting "
            "with a region, and makes slides, a report, a brief and a workbook of them. Estimated "
            "months get no verdict.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Sidan Använd siffrorna har adress och kod för Excel, Power BI, Python, R och DuckDB. "
            "Alla mått finns som statistiktabeller enligt PxWebApi 2, och varje utgåva har sina "
            "filer under eget namn, även som Parquet, PX och JSON-stat.",
            "The page Use the figures has address and code for Excel, Power BI, Python, R and "
            "DuckDB. Every indicator stands as statistical tables by PxWebApi 2, and every release "
            "has its files under its own name, also as Parquet, PX and JSON-stat.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "Metod visar hur skattningarna har prövats mot publicerade uppgifter och var de "
            "skiljer sig. Spannen räknas utan slumptal. Ett år som går ut och tillbaka, som "
            "Hallands utlokaliserade 2023, är en öppen fråga och rangordnas inte.",
            "Method shows how the estimates were tried on published figures and where they "
            "differ. The ranges are computed without random numbers. A year that goes out and "
            "back, as Halland's outplacement in 2023, is an open question and is not ranked.",
        ),
    ),
    Change(
        "2026-11-29",
        "0.1.0",
        Text(
            "På kommandoraden: bemanning bakom vårdplatser, beredskap, avlastning mellan regioner, "
            "prognos ett år framåt, protokoll, säkerhetskopia och återställning.",
            "On the command line: staff behind beds, preparedness, relief between regions, a year "
            "ahead of a series, the record, backup and restore.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Sidan Målnivåer härleder mål för beläggningen efter enhetens storlek, vårdform och "
            "läge, tar emot en egen avdelningslista och visar vad de 2 360 platserna består av. "
            "Målen är underlag för dialog och inte Socialstyrelsens målnivå.",
            "The page Targets derives targets for occupancy by the size, stream and place of a "
            "unit, takes in a ward list of one's own and shows what the 2,360 beds consist of. "
            "The targets are for dialogue and not a target level of Socialstyrelsen.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Sidan Effekter och medel räknar 2024 års bidrag månad för månad, visar hur mycket "
            "slumpen ger, prövar andra regler och säger om satsningen har haft effekt eller om "
            "det inte kan avgöras.",
            "The page Effects and funding computes the grant of 2024 month by month, shows how "
            "much chance gives, tries other rules and says whether the effort has had an effect "
            "or whether that cannot be decided.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Sidan Data och kvalitet ger varje region och mått ett tillitsbetyg, ställer frågor "
            "om siffror som sticker ut och visar källor som motsäger varandra. Betygen C och D "
            "ger ingen rangordning.",
            "The page Data and quality gives each region and indicator a trust grade, asks about "
            "figures that stand out and shows sources that contradict each other. Grades C and D "
            "give no rank.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Sidorna Min region och Jämför visar en regions egna gränser för slumpen, regioner "
            "som är lika och en lista över dem som behöver uppmärksamhet.",
            "The pages My region and Compare show a region's own limits of chance, regions that "
            "are alike and a list of those that need attention.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Öppet API och öppna data: alla mått, värden, utgåvor, mål, händelser och "
            "tillitsbetyg, och raderna bakom varje bild, kan hämtas som JSON eller CSV. Hela "
            "utgåvan finns som datapaket, med en katalog för dataportal.se. Ändringsloggen kan "
            "följas som flöde (Atom).",
            "Open API and open data: all indicators, values, releases, targets, events and trust "
            "grades, and the rows behind every figure, can be fetched as JSON or CSV. The whole "
            "release is available as a data package, with a catalogue for dataportal.se. The "
            "change log can be followed as a feed (Atom).",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Vid varje bild och tabell finns Stämmer inte?, som skickar en rapport till den som "
            "ansvarar för uppgifterna.",
            "Beside every figure and table stands Not right?, which sends a report to whoever is "
            "responsible for the data.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Första versionen. Sidan Läget i landet visar överbeläggningar, utlokaliserade "
            "patienter, vårdplatser, beläggning och avstånd till riktvärdet för riket och de 21 "
            "regionerna: som nyckeltal, karta, rutnät, tabell och diagram över tid. Publicerade "
            "årsvärden gäller 2016–2025; månadsvärdena är modellerade och märkta så. Alla värden "
            "kan hämtas som CSV-filer och diagrammen som bilder.",
            "First version. The page The national picture shows overcrowding, outplaced "
            "patients, beds, occupancy and the distance to the guideline for Sweden and the 21 "
            "regions: as key figures, map, grid, table and charts over time. Published annual "
            "values cover 2016–2025; the monthly values are modelled and marked as such. All "
            "values can be downloaded as CSV files and the charts as images.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Sidorna Om, Metod, Ändringslogg och Tillgänglighetsredogörelse finns på svenska och "
            "engelska. De beskriver varje mått, alla källor, kända fel i uppgifterna och hur de "
            "modellerade månaderna är framtagna.",
            "The pages About, Method, Change log and Accessibility statement are available in "
            "Swedish and English. They describe every indicator, all sources, known errors in "
            "the data and how the modelled months are made.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Varje sida, diagram och fil kan visas som den är i en tidigare utgåva av data: "
            "ändringsloggen leder dit, och adressen får ett release=. En utgåva som har dragits "
            "tillbaka säger varför.",
            "Every page, chart and file can be shown as it is in an earlier release of the data: "
            "the change log leads there, and the address gets a release=. A release that has "
            "been withdrawn says why.",
        ),
    ),
    Change(
        "2026-11-22",
        "0.1.0",
        Text(
            "Regionernas egna månader kan importeras från filer och ersätter då de modellerade. "
            "De märks som rapporterade, med täckning, och under 80 procent av platserna visas "
            "inget värde för riket.",
            "Months reported by the regions can be imported from files and then replace the "
            "modelled ones. They are marked as reported, with their coverage, and below 80 per "
            "cent of the beds no value is shown for Sweden.",
        ),
    ),
)
