"""New levels of a series, declared by those who know why, each with its logged reason."""

from functools import lru_cache

from dashboard.frozen import frozen
from dashboard.language.text import Text
from dashboard.reference.tables import Reference
from dashboard.releases.dataset import Dataset
from dashboard.view.view import View


@frozen
class Rebase:
    """From `month` on a series has limits of its own.

    What is empty of indicator, care and region concerns all. `logged` is the date on which the
    reason was written down.

    Raises:
        ValueError: the month or the reason is missing, so nobody could tell what happened.
    """

    key: str
    indicator: str
    care: str
    region: str
    month: str
    logged: str
    reason: Text
    source: str

    def __post_init__(self) -> None:
        if not (self.month and self.logged and self.reason.sv and self.reason.en):
            raise ValueError(f"rebase {self.key!r} needs a month, a date and a reason")

    def concerns(self, view: View) -> bool:
        """Whether the view's series begins anew by it."""
        pairs = (
            (self.indicator, view.indicator), (self.care, view.care), (self.region, view.region),
        )  # fmt: skip
        return all(declared in ("", asked) for declared, asked in pairs)


@lru_cache(maxsize=8)
def declared(reference: Reference) -> tuple[Rebase, ...]:
    """Every rebase in the tables of a release.

    Raises:
        ValueError: a row lacks its month or its reason.
    """
    names = ("key", "indicator", "care", "region", "month", "logged")
    return tuple(
        Rebase(
            **{name: row[name] for name in names},
            reason=Text(row["reason_sv"], row["reason_en"]),
            source=row["source"],
        )
        for row in reference.rows("rebases")
    )


def rebases_of(dataset: Dataset, view: View) -> tuple[Rebase, ...]:
    """The declared rebases of the view's series, first month first (docs/methods.md 3.4)."""
    concerned = (rebase for rebase in declared(dataset.reference) if rebase.concerns(view))
    return tuple(sorted(concerned, key=lambda rebase: rebase.month))
