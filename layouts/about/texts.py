"""The words of Om."""

from dashboard.language.text import Text

LEAD = Text(
    "Vårdplatsläget visar hur det står till med vårdplatserna i Sveriges 21 regioner: "
    "överbeläggningar, utlokaliserade patienter, antal platser, beläggning och avståndet till "
    "riktvärdet. Alla läser samma siffror, och varje siffra anger var den kommer från.",
    "Bed Capacity Sweden shows how it stands with hospital beds in Sweden's 21 regions: "
    "overcrowding, outplaced patients, number of beds, occupancy and the distance to the "
    "guideline. Everyone reads the same figures, and every figure says where it comes from.",
)

FOR_WHOM = (
    Text(
        "Webbplatsen är gjord för dem som styr, leder och följer upp vården: Regeringskansliet, "
        "regionernas ledningar och Socialstyrelsen. Tanken är att de ska kunna sätta sig ned över "
        "samma siffror och ägna samtalet åt vården i stället för åt vems siffror som gäller.",
        "The site is made for those who govern, lead and follow up care: the Government Offices, "
        "the leadership of the regions and Socialstyrelsen (the National Board of Health and "
        "Welfare). The idea is that they can sit down over the same figures and talk about care "
        "rather than about whose figures are right.",
    ),
    Text(
        "Ingen korrekt och aktuell nationell bild av vårdplatser, överbeläggningar och "
        "utlokaliserade patienter finns i dag, enligt Vårdanalys i april 2026. Därför visar "
        "webbplatsen lika tydligt vad som saknas som vad som finns.",
        "No correct and current national picture of beds, overcrowding and outplaced patients "
        "exists today, according to Vårdanalys (the Swedish Agency for Health and Care Services "
        "Analysis) in April 2026. The site therefore shows what is missing as clearly as what "
        "there is.",
    ),
)

KINDS = (
    (
        Text("Publicerat", "Published"),
        Text(
            "Årsvärden {}–{} för riket och regionerna och enstaka månader för riket. De visas som "
            "de är publicerade, med källa. I diagrammen över tid är de publicerade årsvärdena "
            "ringar.",
            "Annual values {}–{} for Sweden and the regions, and single months for Sweden. They "
            "are shown as published, with their source. In the charts over time the published "
            "annual values are rings.",
        ),
    ),
    (
        Text("Skattat", "Estimated"),
        Text(
            "Regionernas månadsvärden, delningen i akut och planerad vård samt beläggningen är "
            "inte publicerade. De är förväntade värden givet de publicerade årsvärdena, och står "
            "med ett spann. Orden ”Skattade månadsvärden” står vid allt som bygger på dem, och "
            "inget omdöme om en region vilar på dem.",
            "The monthly values of the regions, the split into acute and planned care and the "
            "occupancy are not published. They are the values expected given the published annual "
            "values, and stand with a range. The words “Estimated monthly values” stand by "
            "everything that rests on them, and no verdict on a region does.",
        ),
    ),
    (
        Text("Avståndet till riktvärdet", "The distance to the guideline"),
        Text(
            "Riktvärdet för antalet vårdplatser är nationellt. En regions avstånd till det är en "
            "egen fördelning av det nationella talet: {}.",
            "The guideline for the number of beds is national. The distance of a region to it is "
            "our own allocation of the national figure: {}.",
        ),
    ),
    (
        Text("Exempel", "Example"),
        Text(
            "Påhittade månader som ger de publicerade årsvärdena. De visar vad rapporterade "
            "månader skulle göra möjligt, säger inget om någon region och visas bara när man ber "
            "om dem. Ordet EXEMPEL står vid allt som bygger på dem.",
            "Invented months that give the published annual values. They show what reported months "
            "would make possible, say nothing of any region, and are shown only when asked for. "
            "The word EXAMPLE stands by everything that rests on them.",
        ),
    ),
    (
        Text("Saknas", "Missing"),
        Text(
            "Ett värde som inte finns står som ett streck eller med orden ”finns inte”, på kartan "
            "som streckad yta, och orsaken anges. Noll betyder alltid noll.",
            "A value that does not exist is a dash or the words “not available”, on the map a "
            "hatched area, and the reason is given. Zero always means zero.",
        ),
    ),
)

CHECKS = (
    Text(
        "Rikets värden räknas med vårdplatserna som vikt, så som källan gör. För 2022 är det "
        "publicerade riksvärdet för överbeläggningar 6,1. Vägt blir det 6,06; ett rent medelvärde "
        "av regionerna blir 5,32 och är fel. År som inte går ihop står i Metod.",
        "National values are weighted by beds, as the source does. For 2022 the published national "
        "value of overcrowding is 6.1. Weighted it comes to 6.06; a plain mean of the regions "
        "comes to 5.32 and is wrong. Years that do not agree stand in Method.",
    ),
    Text(
        "Koladas överbeläggningar 2022 har jämförts med en sammanställning från SKR, återgiven av "
        "SKPF Pensionärerna. De är lika i 19 av 21 regioner. Östergötland har 5,1 i Kolada och 5,2 "
        "hos SKR, Halland 1,2 och 1,7.",
        "Overcrowding in 2022 in Kolada has been compared with a table from SKR, reproduced by "
        "SKPF Pensionärerna. They agree in 19 of 21 regions. Östergötland has 5.1 in Kolada and "
        "5.2 from SKR, Halland 1.2 and 1.7.",
    ),
    Text(
        "Kända fel och brott i serierna är antecknade vid de värden de gäller. Värden som inte kan "
        "stämma, som en andel på 146,1 procent, visas inte.",
        "Known errors and breaks in the series are noted at the values they concern. Values that "
        "cannot be right, such as a share of 146.1 per cent, are not shown.",
    ),
    Text(
        "De skattade månaderna stäms av mot allt som är publicerat. Avviker en region ett år "
        "med mer än 0,005 per 100 vårdplatser, eller en publicerad månad i riket med mer än 0,05, "
        "blir det ingen utgåva.",
        "The estimated months are reconciled with everything that is published. If a region in a "
        "year differs by more than 0.005 per 100 beds, or a published national month by more than "
        "0.05, no release is made.",
    ),
    Text(
        "En utgåva av data ändras aldrig, och filerna prövas mot sina kontrollsummor när de läses. "
        "Hellre än fel siffror visas inga.",
        "A release of data never changes, and its files are checked against their checksums when "
        "they are read. Rather than wrong figures, none are shown.",
    ),
)

NOT_FOUND_LEAD = Text(
    "Följande har sökts i öppna källor men inte hittats. Det kan finnas hos myndigheter och "
    "regioner utan att vara publicerat.",
    "The following has been looked for in open sources and not found. Authorities and regions may "
    "hold it without its being published.",
)

NOT_FOUND = (
    Text(
        "Riktvärdet för antalet vårdplatser per region, avståndet till det och planerade platser. "
        "Känt är bara att Kalmar hade tillräckligt 2023, att Östergötland saknade mest och behövde "
        "30 procent fler platser, och i andra hand att Skåne saknade över 400.",
        "The guideline number of beds by region, the distance to it, and planned beds. All that is "
        "known is that Kalmar had enough in 2023, that Östergötland lacked most and needed 30 per "
        "cent more beds, and at second hand that Skåne lacked more than 400.",
    ),
    Text(
        "Beläggningsgrad per region, för något år. För riket finns att den steg från 80 till 88 "
        "procent mellan 2001 och 2010 och att de flesta av 27 granskade sjukhus låg över 95 "
        "procent.",
        "Bed occupancy by region, for any year. For Sweden it is known that it rose from 80 to 88 "
        "per cent between 2001 and 2010 and that most of 27 inspected hospitals were above 95 per "
        "cent.",
    ),
    Text(
        "Överbeläggningar och utlokaliserade patienter per månad och region 2019–2026.",
        "Overcrowding and outplaced patients by month and region 2019–2026.",
    ),
    Text(
        "Antal vårdplatser per region efter 2018, delat på somatisk vård, psykiatri och "
        "intensivvård.",
        "Number of beds by region after 2018, split into somatic, psychiatric and intensive care.",
    ),
    Text(
        "Utbetalade medel för vårdplatser per region 2023 och 2024, och uppföljningarna av dem.",
        "Money for beds paid out by region in 2023 and 2024, and the reports on its outcome.",
    ),
    Text(
        "Fullständig text till Vårdanalys PM 2025:3 och rapport 2026:3, Socialstyrelsens rapporter "
        "om riktvärdena, SKR:s mätanvisning och specifikationen av Socialstyrelsens register över "
        "vårdplatser.",
        "The full text of Vårdanalys PM 2025:3 and report 2026:3, the reports of Socialstyrelsen "
        "on the guidelines, the measurement manual of SKR, and the specification of the bed "
        "register of Socialstyrelsen.",
    ),
    Text("Vårdtider per region.", "Length of stay by region."),
    Text(
        "Differentierade riktvärden för beläggning, efter avdelningens storlek och geografi. De är "
        "beställda men inte publicerade.",
        "Differentiated guidelines for occupancy, by size of ward and geography. They are "
        "commissioned but not published.",
    ),
    Text("Influensans toppar 2024–2026.", "The influenza peaks of 2024–2026."),
    Text(
        "Rikets vårdplatser per 1 000 invånare 2024 och 2025.",
        "Beds per 1,000 inhabitants for Sweden in 2024 and 2025.",
    ),
)

INDEPENDENCE = (
    Text(
        "Webbplatsen är inte officiell statistik. De som har gett ut uppgifterna har inte granskat "
        "eller godkänt det som räknas och skattas här. Reglerna är desamma för alla regioner, "
        "antalet vårdplatser betygsätts aldrig, och alla beräkningar är beskrivna.",
        "The site is not official statistics. Those who published the data have not reviewed or "
        "approved what is computed and estimated here. The rules are the same for every region, "
        "the number of beds is never graded, and all computations are described.",
    ),
    Text(
        "Sidorna hämtar ingenting från andra webbplatser när de läses.",
        "The pages fetch nothing from other sites when they are read.",
    ),
)

SOURCES = (
    Text(
        "Årsvärdena kommer från Kolada (RKA), med SKR och Socialstyrelsen som primärkällor. De är "
        "lästa ur Region Hallands öppna hälso- och sjukvårdsrapport, som avrundar till en decimal. "
        "Kolada har licensen CC BY 4.0: ange RKA, Kolada, som källa när du använder dem.",
        "The annual values come from Kolada (RKA), with SKR and Socialstyrelsen as primary "
        "sources. They were read from the open health care report of Region Halland, which rounds "
        "to one decimal. Kolada is licensed under CC BY 4.0: name RKA, Kolada, as the source when "
        "you use them.",
    ),
    Text(
        "Riktvärden, beslut och händelser kommer från regeringen, Socialstyrelsen och pressen. "
        "Enstaka månader och äldre värden kommer från vantetider.se och tidningar. Regionernas "
        "gränser bygger på kartor från SCB.",
        "Guidelines, decisions and events come from the Government, Socialstyrelsen and the press. "
        "Single months and older values come from vantetider.se and newspapers. The borders of the "
        "regions rest on maps from Statistics Sweden (SCB).",
    ),
)

CITE_LEAD = Text(
    "Ange alltid om värdet är publicerat eller skattat, och vilken utgåva det kommer från. "
    "Adressen i webbläsaren innehåller ditt urval, så att den som följer den ser samma sak.",
    "Always say whether the value is published or estimated, and which release it comes from. The "
    "address in the browser holds your selection, so that whoever follows it sees the same.",
)

CITATIONS = (
    (
        Text("Ett publicerat värde", "A published value"),
        Text(
            "RKA, Kolada {}, CC BY 4.0. Återgivet i Vårdplatsläget, utgåva {}, hämtad [datum] från "
            "[adress].",
            "RKA, Kolada {}, CC BY 4.0. Reproduced in Bed Capacity Sweden, release {}, retrieved "
            "[date] from [address].",
        ),
    ),
    (
        Text("Ett skattat värde", "An estimated value"),
        Text(
            "Vårdplatsläget, skattade månadsvärden till och med {}, utgåva {}, hämtad [datum] "
            "från [adress].",
            "Bed Capacity Sweden, estimated monthly values through {}, release {}, retrieved "
            "[date] from [address].",
        ),
    ),
)
