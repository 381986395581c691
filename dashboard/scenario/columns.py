"""The columns of the files of a scenario, and the words of their cells."""

from dashboard.language.text import Text
from dashboard.reference.regions import CODES, name_of
from dashboard.scenario import dial_words
from dashboard.scenario.measures import NAMES, UNITS
from dashboard.scenario.readiness_words import KINDS, RUNGS
from dashboard.scenario.staff_words import WARDS

_CONTROLS = {key: one.name for key, one in dial_words.WORDS.items()}
_COUNTED = [*UNITS.values(), *(one.unit for one in dial_words.WORDS.values())]
_REGIONS = {code: name_of(code) for code in CODES}
HEADINGS = {
    "scenario": Text("Scenario", "Scenario"),
    "model": Text("Modell", "Model"),
    "result": Text("Resultat", "Result"),
    "counted_in": Text("Räknas i", "Counted in"),
    "now": Text("Nu", "Now"),
    "now_low": Text("Nu, 10 procent", "Now, 10 per cent"),
    "now_high": Text("Nu, 90 procent", "Now, 90 per cent"),
    "scenario_mean": Text("Medelvärde i scenariot", "Mean in the scenario"),
    "change": Text("Förändring", "Change"),
    "change_low": Text("Förändring, 10 procent", "Change, 10 per cent"),
    "change_high": Text("Förändring, 90 procent", "Change, 90 per cent"),
    "control": Text("Reglage", "Control"),
    "grade": Text("Belägg", "Evidence"),
    "origin": Text("Varifrån", "Where from"),
    "assumption": Text("Antagande", "Assumption"),
    "at_low": Text("Överbelagda vid lägsta, förändring", "Overcrowded at the lowest, change"),
    "at_high": Text("Överbelagda vid högsta, förändring", "Overcrowded at the highest, change"),
    "goal": Text("Mål: överbelagda färre", "Goal: overcrowded fewer"),
    "lever": Text("Ändring", "Change made"),
    "amount": Text("Hur mycket", "How much"),
    "sender": Text("Från region", "From region"),
    "receiver": Text("Till region", "To region"),
    "used_in": Text(
        "Andel av 1 000 punkter som använder paret", "Share of 1,000 points that use the pair"
    ),
    "km": Text("Väg (km)", "Road (km)"),
    "sender_occupancy": Text("Avsändarens beläggning efter", "Sender's occupancy after"),
    "receiver_occupancy": Text("Mottagarens beläggning efter", "Receiver's occupancy after"),
    "rung": Text("Steg i beredskapen", "Rung"),
    "evidence": Text("Vad uppgiften är", "What the figure is"),
    "hours": Text("Väg (timmar)", "Road (hours)"),
    "free_beds": Text("Lediga platser", "Free beds"),
    "full_after": Text("Fullt efter (timmar)", "Full after (hours)"),
    "ward_kind": Text("Slag av vård", "Kind of care"),
    "ratios": Text("Patienter per personal", "Patients to staff"),
    "hours_per_patient_day": Text("Timmar per vårddygn", "Hours per patient-day"),
    "fte_per_bed": Text("Heltider per plats", "Full-time posts per bed"),
    "fte": Text("Heltider", "Full-time posts"),
    "nurses_low": Text("Sjuksköterskor, lägsta", "Registered nurses, lowest"),
    "nurses_high": Text("Sjuksköterskor, högsta", "Registered nurses, highest"),
    "staff_low": Text("Vårdpersonal, lägsta", "Nursing staff, lowest"),
    "staff_high": Text("Vårdpersonal, högsta", "Nursing staff, highest"),
    "low80": Text("80 procent, lägsta", "80 per cent, lowest"),
    "high80": Text("80 procent, högsta", "80 per cent, highest"),
    "low95": Text("95 procent, lägsta", "95 per cent, lowest"),
    "high95": Text("95 procent, högsta", "95 per cent, highest"),
    "forecast_model": Text("Prognosmodell", "Model of the forecast"),
    "reached": Text("Ger färre överbelagda", "Gives fewer overcrowded"),
}
WORDS: dict[str, dict[str, Text]] = {
    "result": dict(NAMES),
    "counted_in": {one.en: one for one in _COUNTED},
    "control": _CONTROLS,
    "lever": _CONTROLS,
    "assumption": {**_CONTROLS, **dial_words.TODAY_WORDS},
    "grade": {str(key): words for key, words in dial_words.GRADES.items()},
    "sender": _REGIONS,
    "receiver": _REGIONS,
    "rung": RUNGS,
    "forecast_model": {"seasonal_naive": Text("säsongsnaiv", "seasonal naive")},
    "evidence": KINDS,
    "ward_kind": WARDS,
}
