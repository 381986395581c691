"""The words of the page about using the figures elsewhere."""

from dashboard.language.text import Text

LEAD = Text(
    "Hämta siffrorna i det verktyg du redan har. Adresserna och koden gäller vyn nedan, och ger "
    "samma tal som sidorna visar. Ingen nyckel behövs.",
    "Fetch the figures in the tool that you have already. The addresses and the code are of the "
    "view below, and give the numbers that the pages show. No key is needed.",
)
OTHER = Text(
    "Måttet finns inte i den vyn. Här visas det i den där det finns.",
    "The indicator does not exist in that view. It is shown here in the one where it does.",
)
INDICATOR, REGION = Text("Mått", "Indicator"), Text("Region", "Region")
KIND = Text("Slag av uppgift", "Kind of data")
KINDS = {
    "estimated": Text("skattade månader", "estimated months"),
    "published": Text("publicerade år", "published years"),
    "reported": Text("rapporterade månader", "reported months"),
    "example": Text("EXEMPEL: påhittade månader", "EXAMPLE: invented months"),
}
SHOW = Text("Visa koden", "Show the code")
BACK = Text("Se vyn på webbplatsen", "See the view on the site")
ADDRESSES = Text("Adresser", "Addresses")
PASTE = Text(
    "Klistra in en adress där ett verktyg frågar efter en webbadress.",
    "Paste an address where a tool asks for a web address.",
)
# A script puts the address in, and takes these words away.
UNSCRIPTED = Text(
    "Byt https://webbplatsens-adress mot webbplatsens egen adress.",
    "Put the site's own address where https://webbplatsens-adress stands.",
)
CSV = Text("CSV för program, alla regioner", "CSV for programs, every region")
CSV_EXCEL = Text("CSV att öppna i Excel, alla regioner", "CSV to open in Excel, every region")
JSON = Text("JSON med förbehåll, vald region", "JSON with caveats, the chosen region")
CELLS = Text("Statistiktabell (PxWeb), vald region", "Statistical table (PxWeb), chosen region")
PARQUET = Text("Parquet, måttet i den här utgåvan", "Parquet, the indicator in this release")
CODE = Text("Kod", "Code")
COPY, COPY_OF = Text("Kopiera", "Copy"), Text("Kopiera: {}", "Copy: {}")
COLUMNS = Text("Kolumner som följer med", "Columns that go along")
KEEP = (
    Text(
        "Varje rad har sin status (publicerat, skattat, rapporterat eller exempel), sin källa och "
        "sin utgåva. Skattade värden har sin nedre och övre gräns i low och high. Låt dem följa "
        "med: månader per region publiceras inte av någon.",
        "Each row has its status (published, estimated, reported or example), its source and its "
        "release. Estimates have their lower and upper limit in low and high. Let them go along: "
        "months by region are published by nobody.",
    ),
    Text(
        "En adress med utgåvans namn i ger samma fil för alltid, och passar där en siffra ska "
        "kunna kontrolleras. Adresser utan utgåva följer med när nya siffror kommer.",
        "An address with the name of the release gives the same file for ever, for a figure that "
        "is to be checked. Addresses without a release follow as new figures come.",
    ),
)
MORE = Text(
    "Allt som går att fråga efter står på sidan", "All there is to ask for stands on the page"
)
STATISTICAL = Text("Statistiktabeller (PxWeb)", "Statistical tables (PxWeb)")
TABLES = (
    Text(
        "Under /api/v2 finns varje mått som statistiktabeller enligt PxWebApi 2, samma gränssnitt "
        "som SCB:s statistikdatabas. Verktyg och paket för PxWeb, som pxweb i R och pxwebpy i "
        "Python, läser dem utan ändring.",
        "Under /api/v2 every indicator stands as statistical tables by PxWebApi 2, the interface "
        "of Statistics Sweden's database. Tools and packages for PxWeb, as pxweb in R and pxwebpy "
        "in Python, read them unchanged.",
    ),
    Text(
        "Det finns en tabell för varje mått, slag av uppgift och tidsenhet. Bland skattade månader "
        "står rapporterade i sitt ställe där de finns; exempel blandas aldrig med annat. Skattade "
        "värden har sin nedre och övre gräns bredvid sig, och varje värde har sin status.",
        "There is a table for each indicator, kind of data and unit of time. Among estimated "
        "months reported ones stand in their place where there are any; examples never mix with "
        "anything. Estimates have their lower and upper limit beside them, and every value has its "
        "status.",
    ),
)
