"""The columns that files of several subjects have, and the words of their cells."""

from dashboard.indicators.gap_names import GAPS
from dashboard.indicators.registry import BY_KEY, CARE_NAMES, STREAM_NAMES
from dashboard.language.text import Text
from dashboard.reference.regions import ALL_CODES, name_of
from dashboard.values.may_be_said import CANNOT_BE_DECIDED

YES_NO = {"yes": Text("ja", "yes"), "no": Text("nej", "no")}
# What the first column of a file says where the months are invented.
EXAMPLE = "EXAMPLE"
# What the first column of a file says where anything in the store is not published.
UNPUBLISHED = "NOT PUBLISHED"
HEADINGS = {
    "unpublished": Text("INTE PUBLICERAT", "NOT PUBLISHED"),
    "example": Text("EXEMPEL", "EXAMPLE"),
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
    "period_gap": GAPS["period_gap"].name,
    "period_gap_low": Text("{}, lägsta", "{}, lowest").format(GAPS["period_gap"].name),
    "period_gap_high": Text("{}, högsta", "{}, highest").format(GAPS["period_gap"].name),
    "low": Text("Lägsta", "Lowest"),
    "high": Text("Högsta", "Highest"),
    "year_before": Text("Ett år tidigare", "A year earlier"),
    "beds": Text("Vårdplatser i medeltal", "Beds on average"),
    "year": Text("År", "Year"),
    "lpl": Text("Nedre gräns", "Lower limit"),
    "upl": Text("Övre gräns", "Upper limit"),
    "special_cause": Text("Regel som avviker", "Rule that stands out"),
    "limits_of": Text("Gränserna gäller", "Limits are of"),
    "reason": Text("Varför inte bedömd", "Why not judged"),
    "month": Text("Månad", "Month"),
    "rule": Text("Regel", "Rule"),
    "kind": Text("Sorts mått", "Kind of measure"),
    "stamp": Text("Anmärkning", "Remark"),
    "address": Text("Adress", "Address"),
}
WORDS: dict[str, dict[str, Text]] = {
    "example": {EXAMPLE: Text("EXEMPEL", "EXAMPLE")},
    "unpublished": {UNPUBLISHED: Text("INTE PUBLICERAT", "NOT PUBLISHED")},
    "indicator": {key: indicator.name for key, indicator in BY_KEY.items()},
    "region_name": {code: name_of(code) for code in ALL_CODES},
    "care": {str(care): name for care, name in CARE_NAMES.items()},
    "stream": {
        **{str(stream): name for stream, name in STREAM_NAMES.items()},
        "icu": Text("intensivvård", "intensive care"),
    },
    "unit": {indicator.unit.long.en: indicator.unit.long for indicator in BY_KEY.values()},
    "status": {
        "published": Text("publicerat", "published"),
        "estimated": Text("skattat", "estimated"),
        "assumed": Text("antaget", "assumed"),
        "missing": Text("saknas", "missing"),
        "own": Text("egna värden", "own values"),
        "reported": Text("rapporterat av regionen", "reported by the region"),
        "mixed": Text("delvis skattat", "partly estimated"),
        "example": Text("EXEMPEL", "EXAMPLE"),
        "simulated": Text("simulerat", "simulated"),
    },
    "data": {
        "published": Text("publicerat", "published"),
        "estimated": Text("skattat", "estimated"),
        "reported": Text("rapporterat av regionerna", "reported by the regions"),
        "example": Text("EXEMPEL", "EXAMPLE"),
    },
    "reason": {CANNOT_BE_DECIDED.en: CANNOT_BE_DECIDED},
    "limits_of": {
        "value": Text("värdet", "the value"),
        "change_from_last_year": Text("förändringen från i fjol", "the change from last year"),
    },
}
