"""The part of Metod on scenarios: the model, its points, preparedness, relief and staff."""

from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.scenario.mass_casualty import KM_PER_HOUR
from dashboard.scenario.relief_limits import MOST, SAFE, WITHIN_KM
from dashboard.scenario.staff_words import NO_NORM
from dashboard.statistics.quasi_points import POINTS
from dashboard.view import addresses
from dashboard.view.scenario_choice import MODEL, SHARE
from layouts import html
from layouts.html import Html

_MODEL = Text(
    "Modell {}: patienterna växer med befolkningen, vårdtiden kortas, planerad vård flyttas och "
    "utskrivningsklara lämnar; nya platser kan till en del fyllas av dold efterfrågan. "
    "Överbeläggningen följer av avdelningar av den storlek som dagens beläggning och "
    "överbeläggning svarar mot, och de utlokaliserade i proportion till den.",
    "Model {}: patients grow with the population, stays are shortened, planned care is moved and "
    "those ready for discharge leave; new beds may in part be filled by latent demand. "
    "Overcrowding follows from wards of the size that today's occupancy and overcrowding "
    "correspond to, and outplaced patients in proportion to it.",
)
_POINTS = Text(
    "Allt som är osäkert har ett mittvärde och ett intervall för 80 procent; utan eget intervall "
    "räknas {} procent åt båda håll. Resultatet räknas i {} fasta punkter som fyller intervallen "
    "jämnt. Inget dras av slumpen, och det osäkra tas som oberoende av vartannat. Medelvärdet är "
    "dagens värde plus medelförändringen.",
    "Everything uncertain has a middle and an interval of 80 per cent; without one of its own {} "
    "per cent to both sides is taken. The result is computed at {} fixed points that fill the "
    "intervals evenly. Nothing is drawn at random, and what is uncertain is taken as independent "
    "of each other. The mean is today's value plus the mean change.",
)
_CRISIS = Text(
    "Beredskap: det dubbla av fredens platser hålls mot det minsta av vad lokaler och personal "
    "räcker till. Vid en händelse går de skadade till närmaste region med lediga platser inom {} "
    "km, med {} km i timmen på väg (antagande). Avlastning: en region har plats upp till {} "
    "procents beläggning och saknar plats över {}; så få patientkilometer som möjligt.",
    "Preparedness: twice the beds of peace is held against the least of what premises and staff "
    "are enough for. In an event the injured go to the nearest region with free beds within {} "
    "km, at {} km an hour by road (assumption). Relief: a region has room up to {} per cent "
    "occupancy and lacks it above {}; with as few patient-kilometres as possible.",
)
_LINK = Text("Räkna på ett scenario", "Compute a scenario")


def scenario(dataset: Dataset, lang: Lang) -> list[Html]:
    """How a scenario is computed, and what it leaves out."""
    crisis = (WITHIN_KM, KM_PER_HOUR, 100 * SAFE, 100 * MOST)
    return [
        html.P(_MODEL.in_(lang).format(MODEL)),
        html.P(_POINTS.in_(lang).format(number(100 * SHARE, 0, lang), number(POINTS, 0, lang))),
        html.P(_CRISIS.in_(lang).format(*(number(one, 0, lang) for one in crisis))),
        html.P(NO_NORM.in_(lang)),
        html.P(html.A(_LINK.in_(lang), href=addresses.SCENARIO.in_(lang)), className="onward"),
    ]
