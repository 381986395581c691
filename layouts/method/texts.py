"""The words of Metod that no declaration holds."""

from dashboard.language.text import Text

LEAD = Text(
    "Så är siffrorna framtagna: vad varje mått betyder, vilka mål de jämförs med, hur de "
    "skattade månaderna är gjorda och vad som är känt om fel i källorna. Sidan skrivs av samma "
    "deklarationer som diagrammen, tabellerna och filerna räknas med.",
    "How the figures are made: what each indicator means, which targets it is compared with, how "
    "the estimated months are made, and what is known about errors in the sources. The page is "
    "written from the same declarations that the charts, tables and files are computed with.",
)

PRINCIPLES = (
    (
        Text("Summor först, division sist", "Sums first, division last"),
        Text(
            "Ett värde för flera regioner eller månader är summan av täljarna delad med summan av "
            "nämnarna, aldrig ett medelvärde av kvoter. Det publicerade riksvärdet för "
            "överbeläggningar 2022 är 6,1. Vägt med vårdplatserna blir det 6,06; medelvärdet av de "
            "21 regionerna är 5,32.",
            "A value for several regions or months is the sum of the numerators divided by the sum "
            "of the denominators, never a mean of ratios. The published national value of "
            "overcrowding in 2022 is 6.1. Weighted by beds it comes to 6.06; the mean of the 21 "
            "regions is 5.32.",
        ),
    ),
    (
        Text("Dagar väger lika", "Every day weighs the same"),
        Text(
            "Genomsnittligt antal platser är summan av vårdplatserna alla dagar delad med antalet "
            "dagar. Juli har få platser och höga värden, så ett medelvärde av månader skulle "
            "överskatta året.",
            "The average number of beds is the sum of the beds of all days divided by the number "
            "of days. July has few beds and high values, so a mean of months would overstate the "
            "year.",
        ),
    ),
    (
        Text("Saknas är saknas", "Missing is missing"),
        Text(
            "Ett värde som inte finns blir aldrig noll och ersätts aldrig utan att det sägs. "
            "Orsaken står där värdet skulle ha stått, och ett riksvärde anger hur många regioner "
            "det bygger på.",
            "A value that does not exist never becomes zero and is never filled in silently. The "
            "reason stands where the value would, and a national value says how many regions it "
            "rests on.",
        ),
    ),
    (
        Text("En siffra, en serie", "One figure, one series"),
        Text(
            "Tal med olika källa eller avgränsning blandas inte. Drygt 17 500 vårdplatser 2021 och "
            "cirka 15 300 i somatisk specialiserad vård är två serier som inte går att stämma av: "
            "det första anges till 80 procent vara somatiskt, vilket ger 14 000.",
            "Figures with different sources or scopes are not mixed. Just over 17,500 beds in 2021 "
            "and about 15,300 in specialised somatic care are two series that cannot be "
            "reconciled: 80 per cent of the first is said to be somatic, which gives 14,000.",
        ),
    ),
    (
        Text("Två sorters platsbehov", "Two kinds of need"),
        Text(
            "Avståndet till riktvärdet för antalet platser och det behov som följer av riktvärdena "
            "för beläggning är två mått med två namn. De läggs aldrig samman och ersätter aldrig "
            "varandra.",
            "The distance to the guideline number of beds and the need that follows from the "
            "occupancy guidelines are two measures with two names. They are never added and never "
            "stand in for each other.",
        ),
    ),
    (
        Text("Två mått på tryck", "Two measures of pressure"),
        Text(
            "En patient kan räknas som både överbelagd och utlokaliserad. Måtten visas därför var "
            "för sig och summeras inte.",
            "A patient may be counted both as overcrowded and as outplaced. The two are therefore "
            "shown separately and not added.",
        ),
    ),
    (
        Text("Antal platser betygsätts inte", "Numbers of beds are not graded"),
        Text(
            "Fler vårdplatser är inte i sig bättre. Antal platser färgläggs och rangordnas inte.",
            "More beds are not better in themselves. Numbers of beds are neither coloured nor "
            "ranked.",
        ),
    ),
    (
        Text("Samma månad året före", "The same month last year"),
        Text(
            "Ett månadsvärde jämförs med samma månad året före, eftersom sommarens stängda platser "
            "gör närliggande månader olika. En skillnad är inte detsamma som en säker förändring.",
            "A monthly value is compared with the same month of the year before, as the beds "
            "closed in summer make neighbouring months unlike. A difference is not the same as a "
            "certain change.",
        ),
    ),
    (
        Text("Fasta klasser på kartan", "Fixed classes on the map"),
        Text(
            "Kartans klassgränser är desamma i alla perioder. Gränser som följer fördelningen "
            "skulle alltid peka ut lika många regioner som sämst.",
            "The class limits of the map are the same in every period. Limits that follow the "
            "distribution would always single out the same number of regions as worst.",
        ),
    ),
)

INDICATORS = Text(
    "Varje mått har en fast adress till sin beskrivning här, till exempel för den som citerar.",
    "Every indicator has a permanent address for its description here, for example for citing.",
)

TARGETS = (
    Text(
        "Riktvärdena för genomsnittlig beläggning gäller hela landet. Nivåer efter avdelningens "
        "storlek eller geografi är beställda men inte publicerade.",
        "The guidelines for average occupancy hold for the whole country. Levels by size of ward "
        "or geography are commissioned but not published.",
    ),
    Text(
        "För akut och planerad vård tillsammans används ett blandat mål: alla patienter delade med "
        "de platser som båda riktvärdena kräver. Exempel: {} akuta och {} planerade patienter "
        "kräver {} platser, och det blandade målet är {} procent.",
        "For acute and planned care together a mixed target is used: all patients divided by the "
        "beds that both guidelines require. Example: {} acute and {} planned patients require {} "
        "beds, and the mixed target is {} per cent.",
    ),
    Text(
        "Före {} fanns inget riktvärde. Äldre perioder jämförs med dagens, endast som jämförelse.",
        "Before {} there was no guideline. Earlier periods are set beside today's, as a comparison "
        "only.",
    ),
)

GUIDELINES = (
    Text(
        "Riktvärdena för antalet vårdplatser visas så som de publicerats. Avståndet mäts mot "
        "regeringens {}, som är den enda serien med ett utgångsläge: cirka {} platser. Tillsammans "
        "blir det {}, en egen summa som inte står i någon källa.",
        "The guidelines for the number of beds are shown as published. The distance is measured to "
        "the government's {}, the only series with a starting point: about {} beds. Together they "
        "make {}, our own sum that stands in no source.",
    ),
    Text(
        "Uppdateringen 2024 står bredvid och dras aldrig ifrån, eftersom den inte säger om "
        "intensivvården ingår.",
        "The update of 2024 stands beside it and is never subtracted, as it does not say whether "
        "intensive care is included.",
    ),
)

DISTANCE = (
    Text(
        "Riktvärdet är publicerat för riket. Antal per region har inte hittats. En regions avstånd "
        "är därför en skattning: behovet {} fördelas på regionerna, och avståndet är regionens del "
        "minus dess platser.",
        "The guideline is published for Sweden. Numbers by region have not been found. The "
        "distance of a region is therefore an estimate: the need of {} is allocated to the "
        "regions, and the distance is the part of the region minus its beds.",
    ),
    Text(
        "Talet som visas fördelar enligt A. Intervallet går från det minsta till det största "
        "avståndet bland sätten att fördela:",
        "The number shown allocates by A. The interval runs from the smallest to the largest "
        "distance among the ways to allocate:",
    ),
)

DISTANCE_MORE = (
    Text(
        "Delarna är hela platser och summerar exakt till {} (största-rest-metoden). Summan av alla "
        "avstånd är rikets avstånd. Summan av enbart bristerna är större, eftersom ett överskott i "
        "en region inte vårdar patienter i en annan.",
        "The parts are whole beds and sum to exactly {} (the largest remainder method). The sum of "
        "all distances is the national distance. The sum of the shortages alone is larger, as a "
        "surplus in one region treats no patients in another.",
    ),
)

TIMELINE = Text(
    "Händelser som kan förklara siffrorna eller påverka rapporteringen. Diagrammen visar de "
    "viktigaste; här står alla.",
    "Events that may explain the figures or affect reporting. The charts show the most important; "
    "all of them stand here.",
)

# What stands on the page of sources, by where.
SOURCES = {
    "known-traps": Text("Kända fel i uppgifterna, på sidan Källor",
                        "Known errors in the data, on the page Sources"),
    "sources": Text("Alla källor, på sidan Källor", "All sources, on the page Sources"),
}  # fmt: skip
