"""The part of Metod on targets that follow the size of the unit, and on the two gaps."""

from dashboard.gaps import implied_gap
from dashboard.language.formatting import number
from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.unit_targets import model
from dashboard.unit_targets.options import MOST_MOVED, MOST_READY
from layouts import html
from layouts.html import Html
from layouts.parts import prose
from layouts.parts.target_link import target_link

_SIZE = Text(
    "Storleksregeln: målet för n platser är x²/n med x = (−κ + √(κ² + 4n)) / 2, och κ väljs så "
    "att målet med {} platser är riktvärdet. Lika många standardavvikelser hålls då lediga i "
    "varje enhet. Målet hålls inom {}–{} procent i akut vård och {}–{} i planerad.",
    "The rule of size: the target of n beds is x²/n with x = (−κ + √(κ² + 4n)) / 2, and κ is "
    "chosen so that the target of {} beds is the guideline. As many standard deviations are then "
    "kept free in every unit. The target is kept within {}–{} per cent in acute care and {}–{} "
    "in planned.",
)
_RISK = Text(
    "Vad målet betyder för patienterna räknas med antalet inneliggande som Poissonfördelat, "
    "eller med den varians som antas: andelen dagar med fler patienter än platser, och "
    "överbelagda per 100 platser. Tas lika många planerade patienter in varje dag är variansen "
    "q/(1 + q) gånger medeltalet, där q = 1 − 1/vårdtiden.",
    "What the target means for patients is computed with the number of inpatients as Poisson, or "
    "with the variance assumed: the share of days with more patients than beds, and overcrowded "
    "per 100 beds. When as many planned patients are admitted each day the variance is q/(1 + q) "
    "times the mean, with q = 1 − 1/length of stay.",
)
_ICU = Text(
    "Intensivvård följer inte regeln: där är målet den beläggning vid vilken {} av 100 patienter "
    "måste avvisas (Erlang B).",
    "Intensive care does not follow the rule: its target is the occupancy at which {} in 100 "
    "patients are turned away (Erlang B).",
)
_NEED = Text(
    "Vägarna till målet räknar med att högst {} procent av de utskrivningsklara kan lämna och "
    "att högst {} procent av den planerade vården kan flyttas. Överbeläggningen efteråt följer "
    "av avdelningar av den storlek som dagens beläggning och överbeläggning svarar mot.",
    "The ways to the target take at most {} per cent of those ready for discharge to leave and "
    "at most {} per cent of planned care to be moved. Overcrowding afterwards follows from wards "
    "of the size that today's occupancy and overcrowding correspond to.",
)
_LITERATURE = (
    Text("Bagust, Place och Posnett 1999, BMJ 319:155: risker märks över ungefär 85 procent, "
         "regelbunden brist från 90.",
         "Bagust, Place and Posnett 1999, BMJ 319:155: risks show above about 85 per cent, regular "
         "shortage from 90."),
    Text("De Bruin m.fl. 2010, Ann Oper Res 178:23: ett mål på 85 procent för alla enheter är "
         "orealistiskt; små enheter får för många avvisade.",
         "De Bruin et al. 2010, Ann Oper Res 178:23: one target of 85 per cent for all units is "
         "unrealistic; small units turn away too many."),
    Text("Jones 2011, BJHM 17:242: mindre platspooler måste ha lägre beläggning.",
         "Jones 2011, BJHM 17:242: smaller pools of beds must run at lower occupancy."),
)  # fmt: skip


def unit_targets(dataset: Dataset, lang: Lang) -> list[Html]:
    """How a target follows the size of the unit, and what the two gaps are."""
    limits = [number(100 * end, 0, lang) for both in model.LIMITS.values() for end in both]
    most = (number(100 * share, 0, lang) for share in (MOST_READY, MOST_MOVED))
    icu = number(100 * model.ICU_RISK, 0, lang)
    return [
        html.P(model.STAMP.in_(lang), className="notice"),
        html.P(_SIZE.in_(lang).format(model.ANCHOR, *limits)),
        html.P(_RISK.in_(lang)),
        html.P(_ICU.in_(lang).format(icu)),
        html.P(f"{implied_gap.NAME.in_(lang)}, {implied_gap.OFFICIAL_NAME.in_(lang).lower()}. "
               f"{implied_gap.NEVER_MIXED.in_(lang)}"),
        html.P(_NEED.in_(lang).format(*most)),
        prose.bullets(_LITERATURE, lang),
        target_link(lang),
    ]  # fmt: skip
