"""What a target means for patients, in words."""

from dashboard.language.formatting import number
from dashboard.language.text import Text

_EVERY = Text("fler patienter än platser i stort sett varje dag",
              "more patients than beds on practically every day")  # fmt: skip
_ONE_IN = Text("fler patienter än platser en dag av {n}",
               "more patients than beds one day in {n}")  # fmt: skip
_SHARE = Text("fler patienter än platser {k} dagar av 10",
              "more patients than beds {k} days in 10")  # fmt: skip
_NEVER = Text("fler patienter än platser mindre än en dag på tre år",
              "more patients than beds less than one day in three years")  # fmt: skip

_THREE_YEARS = 1_096


def days_words(share: float) -> Text:
    """A share of time (0-1) as days: one in so many, or so many in ten."""
    if share < 1 / _THREE_YEARS:
        return _NEVER
    if share >= 0.95:
        return _EVERY
    if share > 0.4:
        return _SHARE.format(k=round(10 * share))
    return _ONE_IN.format(n=_spelled(1 / share, 0))


def _spelled(value: float, decimals: int) -> Text:
    return Text(number(value, decimals, "sv"), number(value, decimals, "en"))
