"""What is written down of a release's quality is what would be worked out from it."""

import json
from dataclasses import replace

from dashboard.checks.excluded import checked
from dashboard.checks.monthly import checks
from dashboard.checks.stored import as_json, from_json
from dashboard.quality import stored
from dashboard.quality.findings import findings
from dashboard.quality.rule_hits import rule_hits
from dashboard.releases.dataset import Dataset


def unread(dataset: Dataset) -> Dataset:
    """The same release without what was written down, so that all is worked out anew."""
    return replace(dataset, quality={})


def test_what_is_stored_is_what_is_worked_out_from_the_same_release(dataset: Dataset) -> None:
    assert json.loads(stored.written(unread(dataset))) == dataset.quality
    assert {"checks", "findings", "rule_hits"} == dataset.quality.keys()


def test_findings_and_rule_hits_read_back_are_those_worked_out(dataset: Dataset) -> None:
    for work in (findings, rule_hits):
        read, made = work(dataset), work(unread(dataset))
        assert len(made) > 20
        assert read == made


def test_no_rule_on_months_fires_on_estimates(dataset: Dataset) -> None:
    read, made = checked(dataset), checked(unread(dataset))
    assert len(read) == len(made) > 10
    assert not any(one.fired.any() for one in (*read, *made))


def test_checks_read_back_fire_where_those_worked_out_do(dataset: Dataset) -> None:
    example = dataset.showing("example").cube
    made = checks(example, dataset.months)
    read = from_json(json.loads(json.dumps(as_json(made))), example.shape[1:4])
    assert sum(int(one.fired.sum()) for one in made) > 0
    assert [(one.rule, one.about, one.measures) for one in read] == [
        (one.rule, one.about, one.measures) for one in made
    ]
    assert all((one.fired == other.fired).all() for one, other in zip(read, made, strict=True))
    assert all(
        one.number[one.fired].tolist() == other.number[one.fired].tolist()
        for one, other in zip(read, made, strict=True)
        if not (one.number[one.fired] != one.number[one.fired]).any()
    )
