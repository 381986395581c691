"""The columns of the files that compare regions, and the words of their cells."""

from dashboard.language.text import Text
from dashboard.peers.features import FEATURE_NAMES
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.statistics.funnel import VERDICT_WORDS
from dashboard.values.columns import YES_NO

HEADINGS = {
    "rank_low": Text("Plats, lägsta (90 %)", "Place, lowest (90%)"),
    "rank_high": Text("Plats, högsta (90 %)", "Place, highest (90%)"),
    "top_five": Text("Sannolikhet för plats 1–5", "Probability of place 1–5"),
    "told_from_sweden": Text("Skild från riket (95 %)", "Told from Sweden (95%)"),
    "basis": Text("Underlag", "Basis"),
    "z_unadjusted": Text("z, bara slump", "z, chance alone"),
    "z_adjusted": Text("z, med överspridning", "z, with over-dispersion"),
    "verdict": Text("Läge i tratten", "Place in the funnel"),
    "peer": Text("Jämförd region", "Region compared"),
    "peer_value": Text("Värde i jämförd region", "Value of the region compared"),
    "distance": Text("Avstånd", "Distance"),
    "mutual": Text("Ömsesidig", "Mutual"),
    "feature": Text("Egenskap", "Feature"),
    "reading": Text("Egenskapens värde", "Value of the feature"),
    "part": Text("Del av avståndet i kvadrat", "Part of the squared distance"),
    "weight": Text("Vikt", "Weight"),
    "reference": Text("Jämförelse", "Comparison"),
    "reference_is": Text("Jämförs med", "Compared with"),
    "outside": Text("Utanför egna gränser", "Outside own limits"),
    "worse": Text("Sämre än jämförelsen", "Worse than the comparison"),
    "worsening": Text("Sämre än i fjol", "Worse than last year"),
    "needs_attention": Text("Behöver uppmärksamhet", "Needs attention"),
}
WORDS: dict[str, dict[str, Text]] = {
    "basis": {
        "twelve_months": Text("tolv månader tillsammans", "twelve months together"),
        "period": Text("perioden", "the period"),
    },
    "reference_is": {"target": Text("målet", "the target"), "sweden": Text("riket", "Sweden")},
    "verdict": {str(verdict): words for verdict, words in VERDICT_WORDS.items()},
    "feature": {str(feature): name for feature, name in FEATURE_NAMES.items()},
    "peer": {code: name_of(code) for code in ALL_CODES},
    **dict.fromkeys(
        ("told_from_sweden", "mutual", "outside", "worse", "worsening", "needs_attention"), YES_NO
    ),
}
