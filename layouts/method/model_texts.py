"""How the estimated months are made and how signals are judged, in plain words."""

from dashboard.language.text import Text

MODEL = (
    Text(
        "Publicerat är årsvärden för riket och regionerna samt månader för riket oktober "
        "2017–september 2018, december 2022 och april 2024. Inte publicerat är regionernas "
        "månader, delningen i akut och planerad vård och beläggningen. De visas med sina "
        "förväntade värden givet allt som är publicerat, och med spannet de kan ligga i. Inget "
        "slumptal avgör något: samma källor ger samma siffror.",
        "Published are annual values for Sweden and the regions, and national months for October "
        "2017–September 2018, December 2022 and April 2024. Not published are the months of the "
        "regions, the split into acute and planned care, and occupancy. They are shown as the "
        "values expected given everything that is published, with the range they may lie in. No "
        "random number decides anything: the same sources give the same figures.",
    ),
)

MODEL_STEPS = (
    Text(
        "Vårdplatser: regionens publicerade platser per 1 000 invånare (Kolada N70845) gånger "
        "folkmängden den 31 december samma år. Av platserna räknas 77,45 procent som somatiska, "
        "vilket är ett antagande. Över året följer de en säsong där juli har 82 procent av aprils "
        "platser. Där ett års nivå saknas används den senast publicerade: i Gävleborg och "
        "Västernorrland 2025.",
        "Beds: the region's published beds per 1,000 inhabitants (Kolada N70845) times the "
        "population on 31 December of the same year. Of the beds 77.45 per cent are taken as "
        "somatic, which is an assumption. Over the year they follow a season in which July has 82 "
        "per cent of the beds of April. Where the level of a year is missing the latest published "
        "one is used: in Gävleborg and Västernorrland in 2025.",
    ),
    Text(
        "Överbelagda och utlokaliserade: den jämnaste väg genom månaderna som följer platserna och "
        "rikets säsong oktober 2017–september 2018 och där varje region och år stämmer med sitt "
        "publicerade årsvärde och varje publicerad månad med sitt. Metoden är Dentons "
        "proportionella, i Cholettes form.",
        "Overcrowded and outplaced patients: the smoothest path through the months that follows "
        "the beds and the national season of October 2017–September 2018 and in which every "
        "region and year agrees with its published annual value and every published month with "
        "its own. The method is Denton's proportional one, in the form of Cholette.",
    ),
    Text(
        "Beläggning: räknas baklänges ur överbeläggningen. Det är den beläggning vid vilken "
        "avdelningar med {} platser skulle ha just så många överbelagda om antalet patienter "
        "varierade av en slump.",
        "Occupancy: computed backwards from overcrowding. It is the occupancy at which wards of "
        "{} beds would have just as many overcrowded patients if the number of patients varied by "
        "chance.",
    ),
    Text(
        "Akut och planerad vård: 82 procent av vårddagarna räknas som akuta, och 2 procentenheter "
        "mer i januari, februari och juli. Planerade patienter ligger i platser vars beläggning är "
        "95 procent av regionens. Allt detta är antaganden, lika för alla regioner: ingenting av "
        "delningen är publicerat.",
        "Acute and planned care: 82 per cent of patient-days are taken as acute, and 2 percentage "
        "points more in January, February and July. Planned patients lie in beds whose occupancy "
        "is 95 per cent of the region's. All of this is assumed, the same for all regions: nothing "
        "of the split is published.",
    ),
    Text(
        "Psykiatrisk vård: överbeläggningarna följer de publicerade årsvärdena (Kolada U79149) på "
        "samma sätt, med den somatiska vårdens säsong. Utlokaliserade patienter, beläggning och "
        "delning skattas inte.",
        "Psychiatric care: overcrowding follows the published annual values (Kolada U79149) in the "
        "same way, with the season of somatic care. Outplaced patients, occupancy and the split "
        "are not estimated.",
    ),
    Text(
        "Spannet rymmer värdet fyra gånger av fem (80 procent). Det prövas mot publicerade månader "
        "i Stockholm och delar av år som har lämnats utanför skattningen. För beläggning och "
        "delning visar det vad andra antaganden skulle ge.",
        "The range holds the value four times out of five (80 per cent). It is tried on published "
        "months in Stockholm and on parts of years that were left out of the estimate. For "
        "occupancy and the split it shows what other assumptions would give.",
    ),
)

FIT = (
    Text(
        "I den här utgåvan är den största avvikelsen i somatisk vård {} per 100 vårdplatser för en "
        "region och ett år, och {} för en publicerad månad i riket. Lösningen tog {} varv för "
        "överbeläggningar och {} för utlokaliserade.",
        "In this release the largest difference in somatic care is {} per 100 beds for a region in "
        "a year, and {} for a published national month. The solution took {} rounds for "
        "overcrowding and {} for outplacement.",
    ),
    Text(
        "Rikets årsvärden är inte tvingade att stämma. De skiljer sig för att platserna per 1 000 "
        "invånare, som är vikterna, är avrundade, och för att somatiska platser per region inte är "
        "publicerade. Några år räcker avrundning inte som förklaring; de står nedan.",
        "The national annual values are not made to agree. They differ because the beds per 1,000 "
        "inhabitants, which are the weights, are rounded, and because somatic beds by region are "
        "not published. In some years rounding does not explain it; they stand below.",
    ),
)
FIT_PSYCHIATRIC = Text(
    "I psykiatrisk vård är den största avvikelsen för en region och ett år {} och för ett år i "
    "riket {} per 100 vårdplatser. Hur de psykiatriska platserna fördelar sig mellan regionerna är "
    "inte känt.",
    "In psychiatric care the largest difference for a region in a year is {}, and for a national "
    "year {}, per 100 beds. How the psychiatric beds are spread over the regions is not known.",
)

CANNOT_SAY = (
    Text(
        "Hur en viss månad var i en viss region. Den delen av värdet kommer ur rikets säsong.",
        "What a given month was like in a given region. That part of the value comes from the "
        "national season.",
    ),
    Text(
        "Om en händelse fick effekt en viss månad. En skattad serie speglar årsvärdena, inte det "
        "som hände just då, så inget omdöme ges om skattade månader.",
        "Whether an event had an effect in a given month. An estimated series reflects the annual "
        "values, not what happened just then, so no verdict is given on estimated months.",
    ),
    Text(
        "Exakt antal platser. De publicerade platserna per 1 000 invånare har en decimal, och "
        "andelen somatiska platser är antagen.",
        "The exact number of beds. The published beds per 1,000 inhabitants have one decimal, and "
        "the share of somatic beds is assumed.",
    ),
)
CANNOT_SAY_SO = Text(
    "Citera publicerade årsvärden när siffran ska bära ett beslut.",
    "Cite published annual values when a decision rests on the figure.",
)

SIGNALS = (
    Text(
        "Alla månadsvärden rör sig. Frågan är om rörelsen är större än seriens vanliga. Det avgörs "
        "med ett XmR-diagram, den metod som brittiska NHS använder i Making Data Count.",
        "All monthly values move. The question is whether a movement is larger than usual for the "
        "series. This is decided with an XmR chart, the method the NHS uses in Making Data Count.",
    ),
    Text(
        "Först räknas säsongen bort, om serien har minst {} månader. Den egna nivån är medelvärdet "
        "av de 24 månaderna före de 12 senaste, eller sedan en angiven ny nivå. Gränserna ligger "
        "2,66 genomsnittliga förändringar från en månad till nästa över och under nivån, och "
        "vidgas efter hur lika närliggande månader är. Omdöme ges från 36 månader. Det senaste "
        "värdet är en signal om en av två regler gäller:",
        "First the season is taken out, if the series has at least {} months. The level of its own "
        "is the mean of the 24 months before the last 12, or since a declared new level. The "
        "limits lie 2.66 average changes from one month to the next above and below it, and are "
        "widened by how alike neighbouring months are. A verdict is given from 36 months. The "
        "latest value is a signal if one of two rules holds:",
    ),
)
RULES = (
    Text("värdet ligger utanför gränserna,", "the value lies outside the limits,"),
    Text(
        "det är det senaste av minst {} värden i rad på samma sida om nivån, och deras medelvärde "
        "ligger längre från den än slumpen rår.",
        "it is the latest of at least {} values in a row on one side of the level, and their mean "
        "lies further from it than chance allows.",
    ),
)
SIGNALS_MORE = (
    Text(
        "Omdömet ges bara om det blir detsamma med och utan gallring av mycket stora språng, och "
        "inte alls där mer än en fjärdedel av nivåns månader ligger utanför gränserna. En saknad "
        "månad bryter varje rad av värden.",
        "A verdict is given only if it is the same with and without leaving out very large jumps, "
        "and not at all where more than a quarter of the level's months lie outside the limits. A "
        "missing month breaks every row of values.",
    ),
    Text(
        "Förändringen på ett år är en annan uppgift och har egna ord.",
        "The change on a year is another statement, with its own words.",
    ),
)
FUNNEL_TITLE = Text("Tratten på sidan Jämför", "The funnel on the page Compare")
FUNNEL = (
    Text(
        "Tratten visar vilka regioner som skiljer sig från riket mer än de andra gör. Värdena "
        "räknas på arcsinusskala (Spiegelhalter 2005), där varje regions slump bara beror av "
        "antalet vårdplatser. Regioner skiljer sig åt mer än slumpen, så tratten vidgas: "
        "spridningen φ är medelvärdet av de kvadrerade avvikelserna, med den yttersta tiondelen åt "
        "var håll dragen in till tiondelens gräns (winsoriserad). Med färre än {} regioner ritas "
        "ingen tratt.",
        "The funnel shows which regions differ from the country by more than the others do. "
        "Values are taken on the arcsine scale (Spiegelhalter 2005), where the chance of a region "
        "depends on its number of beds alone. Regions differ by more than chance, so the funnel is "
        "widened: the dispersion φ is the mean of the squared deviations, with the outermost tenth "
        "on either side drawn in to the tenth's limit (winsorised). With fewer than {} regions "
        "there is none.",
    ),
)
FALSE_VERDICTS = Text(
    "Falska omdömen, mätt på {series} simulerade serier utan förändring av varje slag",
    "False verdicts, measured on {series} simulated series of each kind without a change",
)
ALIKE = Text("Likhet mellan månader {}", "Likeness of months {}")
MONTHS_OF_SERIES = Text("Månader", "Months")
WITH_SEASON, WITHOUT_SEASON = Text("{}, med säsong", "{}, with season"), Text("{}", "{}")
