"""What the rules of data quality found in a release, written down when it is published."""

import json
from dataclasses import asdict

from dashboard.checks import stored
from dashboard.checks.excluded import checked
from dashboard.quality.findings import findings
from dashboard.quality.rule_hits import rule_hits
from dashboard.releases.dataset import Dataset


def written(dataset: Dataset) -> bytes:
    """The checks, findings and rule hits of a release, as its file `quality.json`.

    They follow from what else is in the release, which never changes, so nobody who shows it
    has to work them out again. A grade follows from them and from one view's own values.
    """
    content = {
        "checks": stored.as_json(checked(dataset)),
        "findings": [asdict(finding) for finding in findings(dataset)],
        "rule_hits": [asdict(hit) for hit in rule_hits(dataset)],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
