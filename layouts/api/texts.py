"""The words of the page about the open API."""

from dashboard.language.text import Text

LEAD = Text(
    "Alla siffror på webbplatsen kan hämtas av andra program, utan nyckel och utan kostnad. "
    "Svaren är JSON eller CSV, med samma tal som sidorna visar och i full precision.",
    "Every figure of the site can be fetched by other programs, without a key and free of charge. "
    "Answers are JSON or CSV, with the numbers that the pages show, at full precision.",
)
START = (
    Text(
        "Adressen är vyn. Nycklarna efter frågetecknet är de som står i adressen till en sida, så "
        "en delad länk är också en fråga: sätt /api/v1/values framför frågetecknet.",
        "The address is the view. The keys behind the question mark are those in the address of "
        "a page, so a shared link is also a question: put /api/v1/values before its question mark.",
    ),
    Text(
        "Ett svar har raderna i ”data”, det som måste vägas in i ”caveats”, utgåvan i ”release” "
        "och vägen till nästa sida i ”links”. Ett värde som saknas är ”null”, och ”reason” säger "
        "varför.",
        "An answer has its rows in “data”, what must be weighed in under “caveats”, the release in "
        "“release” and the way to the next page in “links”. A missing value is “null”, and "
        "“reason” says why.",
    ),
)
TAG = (
    Text(
        "ETag namnger utgåvan av data. Skicka den tillbaka som If-None-Match: är utgåvan "
        "densamma svarar servern 304, utan innehåll.",
        "The ETag names the release of the data. Send it back as If-None-Match: where the release "
        "is the same the server answers 304, with nothing in it.",
    ),
    Text(
        "Skript på andra webbplatser får läsa (CORS för GET). Inget går att skriva.",
        "Scripts of other sites may read (CORS for GET). Nothing can be written.",
    ),
    Text(
        "Versionen står i adressen. Fält kan läggas till i version 1, men inget tas bort eller "
        "byter betydelse.",
        "The version stands in the address. Fields may be added to version 1, but none is removed "
        "or changes its meaning.",
    ),
)
ERRORS = (
    Text(
        "En nyckel eller ett värde som inte finns ger 400, en adress utan innehåll 404 och annat "
        "än läsning 405. Svaret är application/problem+json: vad som är fel, var, och vad du kan "
        "göra, på båda språken.",
        "A key or a value that does not exist gives 400, an address without anything 404 and "
        "anything but reading 405. The answer is application/problem+json: what is wrong, where, "
        "and what to do, in both languages.",
    ),
    Text(
        "Okända nycklar vägras i stället för att hoppas över: den som stavar fel ska inte få en "
        "siffra för något annat än det som avsågs.",
        "Unknown keys are refused rather than skipped: whoever misspells one should not get a "
        "figure for something else than was meant.",
    ),
)
OPEN_DATA = (
    Text(
        "Filerna finns också under utgåvans namn, och ändras då inte: Parquet, komprimerad CSV, "
        "PX och JSON-stat. Adressen /opendata/latest/ leder alltid till den utgåva som visas.",
        "The files also stand under the name of the release, and then do not change: Parquet, "
        "compressed CSV, PX and JSON-stat. The address /opendata/latest/ always leads to the "
        "release that is shown.",
    ),
    Text(
        "Datapaketet är hela utgåvan som CSV-filer med beskrivning (Frictionless Data Package). "
        "Katalogen beskriver den för dataportal.se (DCAT-AP-SE), och CSVW beskriver varje kolumn.",
        "The data package is the whole release as CSV files with their description (Frictionless "
        "Data Package). The catalogue describes it for dataportal.se (DCAT-AP-SE), and CSVW "
        "describes every column.",
    ),
    Text(
        "Siffrorna får användas fritt med källan angiven (CC BY 4.0): RKA, Kolada, och "
        "Vårdplatsläget med utgåva. Månader per region är skattade och inte officiell "
        "statistik.",
        "The figures may be used freely if the source is named (CC BY 4.0): RKA, Kolada, and "
        "Bed Capacity Sweden with its release. Months by region are estimated and no official "
        "statistics.",
    ),
)
TABLES = Text(
    "Under /api/v2 finns varje mått enligt PxWebApi 2, som i SCB:s databas.",
    "Under /api/v2 every indicator stands by PxWebApi 2, as at Statistics Sweden.",
)
