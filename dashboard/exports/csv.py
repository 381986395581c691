"""Rows as CSV: for people who open it in Excel, or plain for machines."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from dashboard.features import FEATURE_NAMES
from dashboard.funnel import VERDICT_WORDS
from dashboard.indicators import BY_KEY, CARE_NAMES, DISTANCE_TO_GUIDELINE, STREAM_NAMES
from dashboard.lang import Lang, Text
from dashboard.quality.finding import BY_KIND
from dashboard.quality.reporting import STATES
from dashboard.quality.rules import DOTS, SEVERITIES
from dashboard.regions import ALL_CODES, SWEDEN, name_of
from dashboard.rows import Row
from dashboard.shortfall import STAMP
from dashboard.sources import BY_ID

Flavour = Literal["excel", "machine"]
FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)

_ESTIMATE = "estimate"

DOT_HEADINGS = {
    str(dot): Text(name.sv.capitalize(), name.en.capitalize()) for dot, name in DOTS.items()
}
HEADINGS = {
    "indicator": Text("Mått", "Indicator"),
    "region": Text("Regionkod", "Region code"),
    "region_name": Text("Region", "Region"),
    "period": Text("Period", "Period"),
    "care": Text("Vård", "Care"),
    "stream": Text("Vårdform", "Stream"),
    "value": Text("Värde", "Value"),
    "numerator": Text("Täljare", "Numerator"),
    "denominator": Text("Nämnare", "Denominator"),
    "unit": Text("Enhet", "Unit"),
    "status": Text("Status", "Status"),
    "coverage": Text("Täckning (andel av platserna)", "Coverage (share of beds)"),
    "source": Text("Källa", "Source"),
    "release": Text("Utgåva", "Release"),
    "target_pct": Text("Mål (procent)", "Target (per cent)"),
    "target_in_force": Text("Målet gäller i perioden", "Target in force in the period"),
    "distance_points": Text(
        "Avstånd till målet (procentenheter)", "Distance to target (percentage points)"
    ),
    "beds_missing": Text("Platser som saknas till målet", "Beds missing to the target"),
    "low": Text("Lägsta", "Lowest"),
    "high": Text("Högsta", "Highest"),
    "year_before": Text("Ett år tidigare", "A year earlier"),
    "rank_low": Text("Plats, lägsta (90 %)", "Place, lowest (90%)"),
    "rank_high": Text("Plats, högsta (90 %)", "Place, highest (90%)"),
    "top_five": Text("Sannolikhet för plats 1–5", "Probability of place 1–5"),
    "told_from_sweden": Text("Skild från riket (95 %)", "Told from Sweden (95%)"),
    "basis": Text("Underlag", "Basis"),
    "beds": Text("Vårdplatser i medeltal", "Beds on average"),
    "z_unadjusted": Text("z, bara slump", "z, chance alone"),
    "z_adjusted": Text("z, med överspridning", "z, with over-dispersion"),
    "verdict": Text("Läge i tratten", "Place in the funnel"),
    "peer": Text("Jämförd region", "Region compared"),
    "peer_value": Text("Värde i jämförd region", "Value of the region compared"),
    "peers_together": Text("De jämförda tillsammans", "Those compared together"),
    "distance": Text("Avstånd", "Distance"),
    "mutual": Text("Ömsesidig", "Mutual"),
    "feature": Text("Egenskap", "Feature"),
    "reading": Text("Egenskapens värde", "Value of the feature"),
    "year": Text("År", "Year"),
    "part": Text("Del av avståndet i kvadrat", "Part of the squared distance"),
    "weight": Text("Vikt", "Weight"),
    "mean": Text("Medelnivå", "Mean"),
    "lpl": Text("Nedre gräns", "Lower limit"),
    "upl": Text("Övre gräns", "Upper limit"),
    "special_cause": Text("Regel som avviker", "Rule that stands out"),
    "point_type": Text("Sorts punkt", "Kind of point"),
    "reference": Text("Jämförelse", "Comparison"),
    "reference_is": Text("Jämförs med", "Compared with"),
    "outside": Text("Utanför egna gränser", "Outside own limits"),
    "worse": Text("Sämre än jämförelsen", "Worse than the comparison"),
    "worsening": Text("Sämre än i fjol", "Worse than last year"),
    "needs_attention": Text("Behöver uppmärksamhet", "Needs attention"),
    "reason": Text("Varför inte bedömd", "Why not judged"),
    "grade": Text("Betyg", "Grade"),
    "state": Text("Läge", "State"),
    **dict(DOT_HEADINGS),
    "rules": Text("Regler", "Rules"),
    "rule": Text("Regel", "Rule"),
    "severity": Text("Grad", "Severity"),
    "number": Text("Bedömt tal", "Number judged"),
    "data": Text("Slag av data", "Kind of data"),
    "kind": Text("Sort", "Sort"),
    "figures": Text("Siffror", "Figures"),
    "question": Text("Fråga (på engelska)", "Question"),
    "ratio_change": Text("Kvotens ändring (procent)", "Change of the ratio (per cent)"),
    "numerator_change": Text("Täljarens ändring (procent)", "Change of the numerator (per cent)"),
    "denominator_change": Text(
        "Nämnarens ändring (procent)", "Change of the denominator (per cent)"
    ),
    "by_denominator": Text("Mest på grund av nämnaren", "Mostly due to the denominator"),
    "measure": Text("Uppgift", "Figure"),
    "first_day": Text("Första dag", "First day"),
    "last_day": Text("Sista dag", "Last day"),
    "other_value": Text("Annat värde", "Other value"),
    "other_first_day": Text("Första dag, annat", "First day, other"),
    "other_last_day": Text("Sista dag, annat", "Last day, other"),
    "other_source": Text("Annan källa", "Other source"),
    "difference": Text("Skillnad", "Difference"),
    "indicators": Text("Berörda mått", "Indicators concerned"),
    "valid_from": Text("Gäller från", "Applies from"),
    "definition": Text("Definition (på engelska)", "Definition"),
    "stated_by": Text("Enligt", "Stated by"),
    "before": Text("Före", "Before"),
    "after": Text("Efter", "After"),
    "stamp": Text("Anmärkning", "Remark"),
    "address": Text("Adress", "Address"),
}
_YES_NO = {"yes": Text("ja", "yes"), "no": Text("nej", "no")}
_ASKED = ("target_in_force", "told_from_sweden", "mutual", "outside", "worse", "worsening",
          "needs_attention", "by_denominator", *DOTS)  # fmt: skip
_WORDS: dict[str, dict[str, Text]] = {
    "indicator": {key: indicator.name for key, indicator in BY_KEY.items()},
    "region_name": {code: name_of(code) for code in ALL_CODES},
    "care": {str(care): name for care, name in CARE_NAMES.items()},
    "stream": {str(stream): name for stream, name in STREAM_NAMES.items()},
    "unit": {one.unit.long.en: one.unit.long for one in BY_KEY.values()},
    "status": {
        "published": Text("publicerat", "published"),
        "modelled": Text("modellerat", "modelled"),
        "missing": Text("saknas", "missing"),
    },
    "source": {id_: Text(source.label, source.label) for id_, source in BY_ID.items()},
    **dict.fromkeys(map(str, _ASKED), _YES_NO),
    "state": {str(state): words for state, words in STATES.items()},
    "severity": {str(severity): words for severity, words in SEVERITIES.items()},
    "kind": {str(kind): sort.name for kind, sort in BY_KIND.items()},
    "data": {
        "published": Text("publicerat", "published"),
        "modelled": Text("modellerat", "modelled"),
    },
    "other_source": {id_: Text(source.label, source.label) for id_, source in BY_ID.items()},
    "basis": {
        "twelve_months": Text("tolv månader tillsammans", "twelve months together"),
        "period": Text("perioden", "the period"),
    },
    "reference_is": {"target": Text("målet", "the target"), "sweden": Text("riket", "Sweden")},
    "verdict": {str(verdict): words for verdict, words in VERDICT_WORDS.items()},
    "feature": {str(feature): name for feature, name in FEATURE_NAMES.items()},
    "peer": {code: name_of(code) for code in ALL_CODES},
    "point_type": {
        "common_cause": Text("vanlig variation", "common variation"),
        "special_cause_improvement": Text("förbättring", "improvement"),
        "special_cause_concern": Text("försämring", "deterioration"),
        "special_cause_neutral_high": Text("högre nivå", "higher level"),
        "special_cause_neutral_low": Text("lägre nivå", "lower level"),
    },
    "stamp": {_ESTIMATE: STAMP},
}
# A spreadsheet takes a cell that begins like this for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: Sequence[Row], flavour: Flavour, lang: Lang, address: str) -> bytes:
    """At least one row, all with the same keys, each with the full address of its view.

    The regions' distances to the guideline are stamped as the estimates they are.

    `excel` is for people: headings and words in the language, a byte order mark, and `;` with
    a decimal comma in Swedish. `machine` is the keys and values of the rows as they are, in
    plain UTF-8, and the same in both languages.
    """
    whole: list[Row] = [{**row, "stamp": _stamp(row), "address": address} for row in rows]
    if flavour == "machine":
        return _written(whole, ",", "\n").encode()
    lines = [_in_words(row, lang) for row in whole]
    return _written(lines, ";" if lang == "sv" else ",", "\r\n").encode("utf-8-sig")


def _stamp(row: Row) -> str | None:
    regional = row.get("indicator") == DISTANCE_TO_GUIDELINE.key and row["region"] != SWEDEN
    return _ESTIMATE if regional and row.get("value") is not None else None


def _written(lines: Sequence[Mapping[str, object]], delimiter: str, end: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(lines[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def _in_words(row: Row, lang: Lang) -> dict[str, str]:
    named: Row = {}
    for key, value in row.items():
        named[key] = value
        if key == "region":
            named["region_name"] = value
    return {HEADINGS[key].in_(lang): _cell(key, value, lang) for key, value in named.items()}


def _cell(key: str, value: str | float | None, lang: Lang) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        words = _WORDS.get(key, {}).get(value)
        text = words.in_(lang) if words else value
        return f"'{text}" if text.startswith(_FORMULA) else text
    return str(value).replace(".", "," if lang == "sv" else ".")
