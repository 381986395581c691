"""The words of Tillgänglighetsredogörelse, in the order Digg asks for them."""

from dashboard.language.text import Text

LEAD = Text(
    "Den här redogörelsen gäller webbplatsen Vårdplatsläget. Den beskriver hur webbplatsen "
    "uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, vilka brister "
    "som är kända och hur du rapporterar fler. Målet är att alla ska kunna läsa och använda "
    "siffrorna.",
    "This statement is about the site Bed Capacity Sweden. It describes how the site meets the "
    "Swedish act (2018:1937) on accessibility of digital public services, which shortcomings are "
    "known, and how to report more. The aim is that everyone can read and use the figures.",
)

CONFORMANCE = (
    Text(
        "Webbplatsen är delvis förenlig med lagen. Bristerna nedan är skälet.",
        "The site is partially compliant with the act. The shortcomings below are the reason.",
    ),
    Text(
        "Den är byggd för att nå nivå AA i WCAG 2.2. Diggs föreskrifter hänvisar till standarden "
        "EN 301 549, som för webbplatser bygger på WCAG nivå AA.",
        "It is built to reach level AA of WCAG 2.2. The regulations of Digg refer to the standard "
        "EN 301 549, which for websites rests on WCAG level AA.",
    ),
    Text(
        "EN 301 549 V4.1.1, publicerad den 2 september 2026, bygger på WCAG 2.2. Innan den "
        "hänvisas till i EU:s officiella tidning ger version 3.2.1, som bygger på WCAG 2.1, "
        "presumtionen om att lagen är uppfylld. WCAG 2.2 rymmer kraven i båda utom det om "
        "parsning, som är borttaget.",
        "EN 301 549 V4.1.1, published on 2 September 2026, rests on WCAG 2.2. Until it is cited "
        "in the Official Journal of the EU, version 3.2.1, which rests on WCAG 2.1, gives the "
        "presumption of conformity; what WCAG 2.2 asks for at level AA covers both but for "
        "parsing, which it has removed.",
    ),
)

WORKAROUNDS = (
    Text(
        "Varje diagram har en mening som säger vad det visar, och en tabell med samma värden under "
        "”Visa som tabell”.",
        "Every chart has a sentence that says what it shows, and a table of the same values under "
        "“Show as table”.",
    ),
    Text(
        "Kartan kan bytas mot ett rutnät av knappar eller en tabell.",
        "The map can be exchanged for a grid of buttons or a table.",
    ),
    Text(
        "Värdena kan hämtas som CSV-filer och läsas i valfritt program.",
        "The values can be downloaded as CSV files and read in any program.",
    ),
    Text(
        "Behöver du uppgifterna i någon annan form, hör av dig enligt nedan.",
        "If you need the figures in another form, get in touch as described below.",
    ),
)

REPORT = Text(
    "Beskriv gärna vilken sida det gäller, vad du försökte göra och vilket hjälpmedel du använder. "
    "Det går också att rapportera problem som inte nämns här.",
    "Please say which page it is about, what you were trying to do, and which assistive technology "
    "you use. Problems not mentioned here can be reported too.",
)

SUPERVISION = Text(
    "Myndigheten för digital förvaltning (Digg) ansvarar för tillsynen över lagen. Om du inte är "
    "nöjd med hur din synpunkt hanteras kan du anmäla det till Digg.",
    "The Agency for Digital Government (Digg) supervises the act. If you are not content with how "
    "your report is handled you can notify Digg.",
)
SUPERVISION_LINK = Text(
    "Anmäl bristande tillgänglighet till Digg", "Report lacking accessibility to Digg (in Swedish)"
)

SHORTCOMINGS = (
    (
        Text("Utan synförmåga", "Without sight"),
        Text(
            "Diagram och karta är bilder i formatet SVG som inte läses upp del för del. Händelser "
            "som är utmärkta i diagrammen finns inte i diagrammens tabeller, men alla står på "
            "sidan Metod. De bilder som kan hämtas (PNG och SVG) saknar textalternativ; hämta "
            "CSV-filen i stället (WCAG 1.1.1).",
            "Charts and map are images in the SVG format that are not read out part by part. "
            "Events marked in the charts are not in the tables of the charts, but all of them "
            "stand on the page Method. The images that can be downloaded (PNG and SVG) have no "
            "text alternative; download the CSV file instead (WCAG 1.1.1).",
        ),
    ),
    (
        Text("Med nedsatt syn", "With low vision"),
        Text(
            "Text i diagram och karta följer inte egna inställningar för textavstånd (WCAG "
            "1.4.12). Linjer för de regioner som inte är valda är med avsikt ljust grå och har "
            "lägre kontrast än 3:1 (WCAG 1.4.11); välj regionen eller läs tabellen.",
            "Text in charts and map does not follow your own settings for text spacing (WCAG "
            "1.4.12). Lines of regions that are not selected are pale grey on purpose and have a "
            "contrast below 3:1 (WCAG 1.4.11); select the region or read the table.",
        ),
    ),
    (
        Text("Med nedsatt finmotorik eller utan mus", "With limited fine motor control, no mouse"),
        Text(
            "De värden som visas när pekaren hålls över ett diagram går inte att nå med "
            "tangentbordet (WCAG 2.1.1). Samma värden står i tabellen.",
            "The values shown when the pointer rests on a chart cannot be reached by keyboard "
            "(WCAG 2.1.1). The same values stand in the table.",
        ),
    ),
    (
        Text("Med kognitiv nedsättning", "With a cognitive impairment"),
        Text(
            "Innehållet är statistik med facktermer. Varje mått är förklarat, men det finns ingen "
            "lättläst version.",
            "The content is statistics with technical terms. Every indicator is explained, but "
            "there is no easy-to-read version.",
        ),
    ),
    (
        Text("Övrigt", "Other"),
        Text(
            "Diagrammen och valen behöver JavaScript; texter och tabeller läses utan. En PDF som "
            "sparas från webbläsarens utskrift kan sakna den uppmärkning som "
            "uppläsande hjälpmedel behöver.",
            "Charts and controls need JavaScript; texts and tables are read without. A PDF saved "
            "from the print dialogue of the browser may lack the tags that assistive "
            "technology needs.",
        ),
    ),
)

EXEMPT = (
    Text(
        "Inget innehåll har undantagits som oskäligt betungande att anpassa (12 § i lagen).",
        "No content has been exempted as a disproportionate burden (section 12 of the act).",
    ),
    Text(
        "Källor som webbplatsen länkar till ligger hos andra och ingår inte i redogörelsen.",
        "Sources that the site links to are held by others and are not part of this statement.",
    ),
)

TESTED = (
    Text(
        "Bedömningen är en självskattning. Ingen utomstående har granskat webbplatsen, och den har "
        "ännu inte prövats tillsammans med personer som använder hjälpmedel.",
        "The assessment is a self-assessment. No outside party has reviewed the site, and it has "
        "not yet been tried together with people who use assistive technology.",
    ),
    Text(
        "Sidorna prövas automatiskt med axe-core mot WCAG 2.2 nivå A och AA som en del av "
        "testerna, och gås igenom med enbart tangentbord.",
        "The pages are tried automatically with axe-core against WCAG 2.2 levels A and AA as part "
        "of the tests, and walked through with the keyboard alone.",
    ),
)
