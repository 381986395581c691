"""What has changed on the site, version by version, in the words of its readers."""

from dataclasses import dataclass

from dashboard.language.text import Text
from dashboard.reference import csv_tables


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the day it was published (`YYYY-MM-DD`) and the version it came with."""

    date: str
    version: str
    text: Text


# Newest first, as the table is written.
CHANGES: tuple[Change, ...] = tuple(
    Change(row["date"], row["version"], Text(row["text_sv"], row["text_en"]))
    for row in csv_tables.rows("changes")
)
