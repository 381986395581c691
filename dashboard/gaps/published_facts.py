"""Where a region's estimated distance goes against what is published of the region."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.language import formatting
from dashboard.language.text import LANGS, Text
from dashboard.releases.dataset import Dataset

_SAYS = {
    "enough": Text(
        "Publicerat i maj 2023: regionen hade tillräckligt med platser. Skattningen säger emot.",
        "Published in May 2023: the region had enough beds. The estimate says otherwise.",
    ),
    "share_short": Text(
        "Publicerat i maj 2023: störst brist i landet, {} procent fler platser behövdes. "
        "Skattningen gav då {} procent.",
        "Published in May 2023: the largest shortage in the country, {} per cent more beds were "
        "needed. The estimate gave {} per cent then.",
    ),
    "beds_short": Text(
        "Känt i andra hand från maj 2023: över {} platser behövdes. Skattningen gav då {}.",
        "Known at second hand from May 2023: more than {} beds were needed. The estimate gave {} "
        "then.",
    ),
}


def contradicted(dataset: Dataset, region: str) -> Text | None:
    """What a published fact of May 2023 says against the estimate of a region; None if nothing.

    The facts and whether the estimate agrees are those of the release's back-test.
    """
    told: Sequence[Mapping[str, Any]] = (dataset.back_test or {}).get("facts", ())
    for one in told:
        words = _SAYS.get(one["fact"])
        if words is None or one["agrees"] or region not in _regions(one):
            continue
        if one["fact"] == "enough":
            return None if region in one["estimate"] else words
        ends = (one["published"], one["estimate"])
        return words.format(
            *(Text(*(formatting.number(end, 0, lang) for lang in LANGS)) for end in ends)
        )
    return None


def _regions(fact: Mapping[str, Any]) -> Sequence[str]:
    return fact["published"] if fact["fact"] == "enough" else (fact["region"],)
