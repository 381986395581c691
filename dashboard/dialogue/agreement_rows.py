"""Agreements as rows: what was agreed, what it is now, and the outcome with what it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.dialogue.agreement import STATES, Agreement
from dashboard.dialogue.outcome import VERDICTS, Outcome, expected_words, outcome_of, reason_words
from dashboard.language import formatting
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.releases.dataset import Dataset

_NO_RELEASE = Outcome(
    "cannot_be_decided",
    reason=Text("Det finns ingen utgåva att läsa av.", "There is no release to read it from."),
)


def agreement_rows(
    dataset: Dataset | None, agreements: Iterable[Agreement], today: str, lang: Lang
) -> list[dict[str, Any]]:
    """A row for each agreement, as it is at a day; codes in English, `*_words` in `lang`."""
    return [_row(dataset, one, today, lang) for one in agreements]


def outcome_line(row: Mapping[str, Any]) -> str:
    """`Inte uppnått: 9,7 per 100 platser, 2025, publicerat` of a row."""
    words = formatting.capitalised(row["outcome_words"])
    return f"{words}: {row['outcome_reason']}" if row["outcome_reason"] else words


def _row(dataset: Dataset | None, agreement: Agreement, today: str, lang: Lang) -> dict[str, Any]:
    found = outcome_of(dataset, agreement, today) if dataset else _NO_RELEASE
    expected = agreement.expected
    return {
        "agreement": agreement.number,
        "region": agreement.region,
        "region_name": name_of(agreement.region).in_(lang),
        "measure": agreement.measure,
        "kind": agreement.kind,
        "expected_words": expected_words(expected).in_(lang),
        "indicator": expected.indicator,
        "care": expected.care,
        "stream": expected.stream,
        "side": expected.side,
        "value": expected.value,
        "until": expected.until,
        "owner": agreement.owner,
        "due": agreement.due,
        "overdue": "yes" if agreement.overdue(today) else "no",
        "state": agreement.state,
        "state_words": STATES[agreement.state].in_(lang),
        "outcome": found.verdict,
        "outcome_words": VERDICTS[found.verdict].in_(lang),
        "outcome_value": found.value,
        "outcome_period": found.period,
        "outcome_status": found.status,
        "outcome_source": found.source,
        "outcome_reason": reason_words(found, expected).in_(lang),
        "marks": sorted(agreement.marks),
        "plan": agreement.plan,
        "agreed_by": agreement.by,
        "agreed_at": agreement.at,
        "followed_up": [
            {"at": f.at, "by": f.by, "note": f.note, "state": f.state} for f in agreement.followed
        ],
    }
