"""Each control of a scenario in words: what it is called, where it comes from, how firm it is."""

from typing import Literal

from dashboard.frozen import frozen
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.statistics.quasi_points import Spread
from dashboard.view.scenario_choice import DIALS

Grade = Literal["published", "study", "assumption"]
GRADES: dict[Grade, Text] = {
    "published": Text("publicerat", "published"),
    "study": Text("studie", "study"),
    "assumption": Text("antagande", "assumption"),
}


@frozen
class DialWords:
    """A control as a reader meets it; `value` has a place for the number with its unit."""

    name: Text
    value: Text
    source: Text
    grade: Grade
    decimals: int | None = None

    @property
    def unit(self) -> Text:
        """What the number counts."""
        return Text(*(words.replace("{}", "").strip() for words in (self.value.sv, self.value.en)))

    def said(self, key: str, number: float, lang: Lang) -> str:
        """A number with its unit."""
        places = DIALS[key].decimals if self.decimals is None else self.decimals
        return self.value.in_(lang).format(formatting.number(number, places, lang))

    def spread(self, key: str, spread: Spread, lang: Lang) -> str:
        """A value with its interval in brackets, where it has one."""
        said = self.said(key, spread.value, lang)
        if spread.known:
            return said
        places = DIALS[key].decimals if self.decimals is None else self.decimals
        ends = (formatting.number(end, places, lang) for end in (spread.low, spread.high))
        return f"{said} ({'–'.join(ends)})"


_CHOSEN = Text(
    "Väljs av läsaren. Utan eget intervall räknas med 25 procent åt båda håll.",
    "Chosen by the reader. Without an interval of its own, 25 per cent to both sides.",
)
WORDS: dict[str, DialWords] = {
    "beds": DialWords(
        Text("Fler vårdplatser", "More beds"), Text("{} platser", "{} beds"), _CHOSEN,
        "assumption", 0,
    ),
    "stay": DialWords(
        Text("Kortare vårdtid", "Shorter stay"), Text("{} dygn", "{} days"), _CHOSEN,
        "assumption", 2,
    ),
    "ready": DialWords(
        Text("Färre utskrivningsklara", "Fewer ready for discharge"), Text("{} %", "{}%"),
        Text(
            "Andel av dem som är utskrivningsklara i dag; antalet är publicerat (Kolada N79176). "
            "Hur stor del som kan hem väljs av läsaren.",
            "Share of those ready for discharge today; how many they are is published (Kolada "
            "N79176). How large a part can go home is chosen by the reader.",
        ),
        "published", 0,
    ),
    "moved": DialWords(
        Text("Planerad vård som flyttas", "Planned care moved"), Text("{} %", "{}%"),
        Text(
            "Andel av de planerade patienterna som vårdas utanför regionens platser. Väljs av "
            "läsaren.",
            "Share of planned patients cared for outside the region's beds. Chosen by the reader.",
        ),
        "assumption", 0,
    ),
    "latent": DialWords(
        Text("Dold efterfrågan", "Latent demand"), Text("{} %", "{}%"),
        Text(
            "Hur stor del av nya platser som fylls av patienter som i dag inte läggs in. Ingen "
            "källa; 0 är utgångsläget och 50 prövas.",
            "How large a part of new beds is filled by patients who are not admitted today. No "
            "source; 0 is the start and 50 is tried.",
        ),
        "assumption", 0,
    ),
    "ahead": DialWords(
        Text("Befolkningen framåt", "Population ahead"), Text("{} år", "{} years"),
        Text(
            "Antal år som befolkningen växer; vården per invånare är oförändrad. Om "
            "åldrarna är med står vid tillväxten.",
            "Years that the population grows; care per inhabitant is unchanged. Whether ages are "
            "taken into account stands at the growth.",
        ),
        "assumption", 0,
    ),
    "growth": DialWords(
        Text("Befolkningens tillväxt", "Growth of the population"),
        Text("{} % per år", "{}% a year"),
        Text(
            "De senaste årens medeltal (SCB); intervallet är enskilda år. Att den består antas: "
            "framskrivning och vårddygn efter ålder är inte båda inlästa.",
            "The mean of recent years (Statistics Sweden); the interval is the single years. That "
            "it goes on is an assumption: no projection and bed-days by age are both loaded.",
        ),
        "assumption", 2,
    ),
    "length": DialWords(
        Text("Medelvårdtid", "Mean length of stay"), Text("{} dygn", "{} days"),
        Text("Vårdtid per region har inte hittats.", "No length of stay by region was found."),
        "assumption", 1,
    ),
    "nurse": DialWords(
        Text("Patienter per sjuksköterska", "Patients per registered nurse"),
        Text("{} patienter", "{} patients"),
        Text(
            "Uppmätt i svenska avdelningar (Aiken m.fl., BMJ 2012;344:e1717); intervallet är 6 och "
            "10, som studien jämför. Ingen svensk norm är publicerad.",
            "Measured in Swedish wards (Aiken et al., BMJ 2012;344:e1717); the interval is 6 and "
            "10, which the study compares. No Swedish norm is published.",
        ),
        "study", 1,
    ),
    "staff": DialWords(
        Text("Patienter per vårdpersonal", "Patients per member of nursing staff"),
        Text("{} patienter", "{} patients"),
        Text(
            "Uppmätt i svenska avdelningar (Aiken m.fl.); intervallet är Norge och Finland i samma "
            "studie.",
            "Measured in Swedish wards (Aiken et al.); the interval is Norway and Finland in the "
            "same study.",
        ),
        "study", 1,
    ),
    "hours": DialWords(
        Text("Arbetade timmar per heltid och år", "Hours worked per full-time post and year"),
        Text("{} timmar", "{} hours"),
        Text("Ingen källa har hittats.", "No source was found."), "assumption", 0,
    ),
    "cost": DialWords(
        Text("Kostnad per vårddygn", "Cost of a bed day"), Text("{} kr", "SEK {}"),
        Text(
            "Socialstyrelsens belopp för ett vårddygn för utskrivningsklara patienter: 9 300 kr "
            "2022 (Vårdsamverkan Skåne 2021-12-14), 7 800 kr 2019 (HSLF-FS 2018:67). Platserna "
            "räknas som belagda, i 2022 års priser.",
            "Socialstyrelsen's amount for a day of care of patients ready for discharge: SEK 9,300 "
            "in 2022 (Vårdsamverkan Skåne 2021-12-14), SEK 7,800 in 2019 (HSLF-FS 2018:67). Beds "
            "are counted as occupied, in prices of 2022.",
        ),
        "published", 0,
    ),
    "cap": DialWords(
        Text("Personaltak: sjuksköterskor att få", "Staff cap: nurses to be had"),
        Text("{} heltider", "{} full-time posts"),
        Text(
            "Nya platser öppnas inte utan sjuksköterskor. Tomt är inget tak.",
            "New beds are not opened without nurses. Empty is no cap.",
        ),
        "assumption", 0,
    ),
    "closed": DialWords(
        Text("Stängda av personalbrist", "Closed for lack of staff"),
        Text("{} platser", "{} beds"),
        Text(
            "Ingen publicerad uppgift per region; för riket 2 600 i november 2018 (Vårdfokus). "
            "Tomt är inte känt.",
            "No published figure by region; 2,600 for Sweden in November 2018 (Vårdfokus). Empty "
            "is not known.",
        ),
        "assumption", 0,
    ),
    "convert": DialWords(
        Text("Lokaler som kan ställas om", "Premises that can be converted"),
        Text("{} platser", "{} beds"),
        Text(
            "Dagkirurgi, rehabilitering och liknande. Ingen källa; tomt är inte känt.",
            "Day surgery, rehabilitation and the like. No source; empty is not known.",
        ),
        "assumption", 0,
    ),
    "employed": DialWords(
        Text("Anställda sjuksköterskor", "Registered nurses employed"),
        Text("{} heltider", "{} full-time posts"),
        Text(
            "I slutenvården, i heltider. Ingen uppgift är inläst; tomt är inte känt.",
            "In inpatient care, full-time posts. No figure is loaded; empty is not known.",
        ),
        "assumption", 0,
    ),
    "crisis": DialWords(
        Text("Bemanning i kris", "Staffing in a crisis"),
        Text("{} av fredens", "{} of that in peace"),
        Text("Ingen källa har hittats.", "No source was found."), "assumption", 2,
    ),
    "hurt": DialWords(
        Text("Skadade", "Injured"), Text("{} skadade", "{} injured"),
        Text(
            "En händelse vid regionens huvudsjukhus; exempel, ingen övning och ingen prognos.",
            "An event at the region's main hospital; an example, no exercise and no forecast.",
        ),
        "assumption", 0,
    ),
    "severe": DialWords(
        Text("Andel som behöver läggas in", "Share who must be admitted"), Text("{} %", "{}%"),
        Text("Exempel.", "Example."), "assumption", 0,
    ),
    "window": DialWords(
        Text("De kommer inom", "They arrive within"), Text("{} timmar", "{} hours"),
        Text("Exempel.", "Example."), "assumption", 0,
    ),
    "goal": DialWords(
        Text("Mål: färre överbelagda patienter", "Goal: fewer overcrowded patients"),
        Text("{} patienter", "{} patients"), _CHOSEN, "assumption", 0,
    ),
}  # fmt: skip
# What is uncertain of today, which has no control.
TODAY_WORDS = {
    "beds_now": Text("Platser i dag", "Beds today"),
    "occupancy_now": Text("Beläggning i dag", "Occupancy today"),
    "over_now": Text("Överbeläggning i dag", "Overcrowding today"),
    "need_now": Text("Regionens del av riktvärdet", "The region's part of the guideline"),
}


def name_of(key: str, lang: Lang) -> str:
    """What an uncertain thing is called."""
    return (TODAY_WORDS[key] if key in TODAY_WORDS else WORDS[key].name).in_(lang)


_TODAY_UNITS = {
    "beds_now": (1.0, 0, Text("{} platser", "{} beds")),
    "occupancy_now": (100.0, 1, Text("{} %", "{}%")),
    "over_now": (1.0, 1, Text("{} per 100", "{} per 100")),
    "need_now": (1.0, 0, Text("{} platser", "{} beds")),
}


def interval(key: str, spread: Spread, lang: Lang) -> str:
    """The value of anything uncertain with its interval."""
    if key in WORDS:
        return WORDS[key].spread(key, spread, lang)
    factor, places, words = _TODAY_UNITS[key]
    value, *ends = (formatting.number(factor * end, places, lang)
                    for end in (spread.value, spread.low, spread.high))  # fmt: skip
    said = words.in_(lang).format(value)
    return said if spread.known else f"{said} ({'–'.join(ends)})"
