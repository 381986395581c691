"""What Metod says of how the estimates were tried."""

from dashboard.language.text import Text

NONE = Text(
    "Den här utgåvan har inget prov av skattningarna.",
    "This release has no test of the estimates.",
)
LEAD = (
    Text(
        "{0} publicerade uppgifter om månader i Stockholm och delar av år har lämnats utanför, en "
        "källa och period i taget, och räknats fram av resten. {1} av dem ({2} procent) ligger i "
        "sitt spann, som ska rymma 80 procent. Skattningen missar vanligen med {7} procent "
        "för överbeläggningar och {8} procent för utlokaliserade.",
        "{0} published figures of months in Stockholm and of parts of years were left out, one "
        "source and period at a time, and computed from the rest. {1} of them ({2} per cent) lie "
        "in their range, which should hold 80 per cent. The estimate usually misses by {7} per "
        "cent for overcrowding and {8} per cent for outplacement.",
    ),
    Text(
        "Spannets bredd är vald på samma uppgifter, så att de ryms: täckningen är anpassad och "
        "inget oberoende prov. Väljs bredden på varannan region rymmer den {3} och {4} procent av "
        "de andra regionernas uppgifter. Väljs den på jämna eller udda år rymmer den {5} och {6} "
        "procent av de andra årens, så mellan år är spannet osäkrare än det ser ut.",
        "The width of the range was chosen on the same figures, so that they fit: the coverage is "
        "fitted and no independent test. With the width chosen on every second region it holds {3} "
        "and {4} per cent of the other regions' figures. Chosen on even or odd years it holds {5} "
        "and {6} per cent of the other years', so between years the range is less certain than it "
        "looks.",
    ),
)
TITLE = Text("{}: {} av {} i spannet, per 100 vårdplatser", "{}: {} of {} in range, per 100 beds")
LEGEND = Text(
    "Streck: spannet och skattningen. Fylld punkt: publicerat, i spannet. Ring: publicerat, "
    "utanför.",
    "Line: the range and the estimate. Filled dot: published, in range. Ring: published, outside.",
)
SHOW = Text("Visa uppgifterna: {}", "Show the figures: {}")
HEADS = (
    Text("Uppgift", "Figure"), Text("Publicerat", "Published"), Text("Skattat", "Estimated"),
    Text("Från", "Low"), Text("Till", "High"), Text("I spannet", "In range"),
)  # fmt: skip
YES, NO = Text("ja", "yes"), Text("nej", "no")

APART = Text(
    "Där skattningen och det publicerade skiljer sig", "Where estimate and publication differ"
)
YEARS_APART = Text(
    "Regionernas publicerade år återges alla, men ger vägda samman inte rikets i de här fallen: "
    "somatiska vårdplatser per region är inte publicerade. Det publicerade gäller.",
    "The regions' published years are all reproduced, but weighted together do not give Sweden's "
    "in these cases: somatic beds by region are not published. What is published counts.",
)
FACTS = Text(
    "I maj 2023 sade Socialstyrelsen hur regionerna stod mot sina riktvärden. Här är behovet "
    "fördelat efter folkmängd, och det ger annat svar utom för Skåne.",
    "In May 2023 the National Board of Health and Welfare said how the regions stood against their "
    "guidelines. Here the need is spread by population, and that gives another answer except for "
    "Skåne.",
)
FACTS_NAME = Text("Maj 2023: publicerat och skattat", "May 2023: published and estimated")
FACT_HEADS = (
    Text("Uppgift", "Fact"), Text("Publicerat", "Published"), Text("Skattat", "Estimated"),
    Text("Stämmer", "Agrees"),
)  # fmt: skip
FACT_WORDS = {
    "enough": Text("Regioner med tillräckligt många platser", "Regions with enough beds"),
    "most_short": Text("Den som saknar störst andel", "The one that lacks the largest share"),
    "share_short": Text(
        "Östergötland, platser som saknas (procent av dem som finns)",
        "Östergötland, beds missing (per cent of those there are)",
    ),
    "beds_short": Text("Skåne, platser som saknas", "Skåne, beds missing"),
}
MORE_THAN = Text("minst {}", "at least {}")
