"""The verdict on an interrupted time series, in words; it may be that nothing can be decided."""

from collections.abc import Sequence

from dashboard.effects.series import Series
from dashboard.frozen import frozen
from dashboard.indicators.registry import Good
from dashboard.language import formatting
from dashboard.language.text import LANGS, Lang, Text
from dashboard.statistics.signal_words import SIGNAL_WORDS
from dashboard.statistics.xmr import Signal


@frozen
class Effect:
    """A difference from the counterfactual at a point of time, per cent with an interval.

    All three numbers are None where `problem` says why. `calibrated`: the interval is held to
    placebo dates of the series (docs/methods.md 6.5), else it is the model's own.
    """

    key: str
    name: Text
    at: str
    percent: float | None
    low: float | None
    high: float | None
    problem: Text | None
    calibrated: bool = False

    @property
    def direction(self) -> int:
        """-1 or 1 where the interval leaves out zero, 0 where it does not or there is none."""
        if self.low is None or self.high is None:
            return 0
        return -1 if self.high < 0 else int(self.low > 0)


@frozen
class Verdict:
    """What may be said: `signal` with its word, and `text` in whole sentences.

    `pattern` is what the fits alone show, before it is asked whether the data can bear it;
    `because` are the reasons why more cannot be said. A cause is never claimed here: that
    needs a contrast (`dashboard.effects_contrasts`).
    """

    signal: Signal
    pattern: Signal
    text: Text
    because: tuple[Text, ...]

    @property
    def word(self) -> Text:
        return SIGNAL_WORDS[self.signal]


NO_CAUSE = Text(
    "Ingen kausal slutsats: alla 21 regioner fick satsningen samtidigt, så ingen är opåverkad.",
    "No causal conclusion: all 21 regions had the effort at once, so none is untouched.",
)
INTERVALS = {
    True: Text("intervall kalibrerat mot placebodatum", "interval calibrated by placebo dates"),
    False: Text("modellens intervall, inte kalibrerat", "the model's interval, not calibrated"),
}
_MODELLED = Text(
    "Månaderna är skattade ur publicerade årsvärden och kan inte bära en egen slutsats.",
    "The months are estimated from published annual values and cannot bear a conclusion of "
    "their own.",
)
_SHORT = Text("Serien är för kort: {}", "The series is too short: {}")
_DISAGREE = Text(
    "Känslighetsproven är inte eniga: {n} av {all} visar samma sak som huvudmodellen.",
    "The sensitivities do not agree: {n} of {all} show what the main model shows.",
)
_UNTESTED = Text(
    "{n} av {all} känslighetsprov går inte att göra.", "{n} of {all} sensitivities cannot be made."
)
_MAIN = {
    -1: Text("{at} ligger serien {x} procent under det som nivån och trenden före satsningen "
             "pekar mot ({interval} {low} till {high}).",
             "{at} the series lies {x} per cent below what the level and trend before the "
             "effort point to ({interval} {low} to {high})."),
    1: Text("{at} ligger serien {x} procent över det som nivån och trenden före satsningen "
            "pekar mot ({interval} {low} till {high}).",
            "{at} the series lies {x} per cent above what the level and trend before the "
            "effort point to ({interval} {low} to {high})."),
}  # fmt: skip


def verdict(series: Series, main: Effect, others: Sequence[Effect]) -> Verdict:
    """The verdict by rules set before any result.

    A change is told only where the main interval leaves out zero and every sensitivity does so
    on the same side; no certain change where none does; else nothing can be decided. Estimated
    months never give a verdict of their own. Source: docs/methods.md 6.1 and 6.4.
    """
    if main.percent is None:
        assert main.problem is not None
        why = _SHORT.format(main.problem)
        return Verdict("cannot_be_decided", "cannot_be_decided", _said("cannot_be_decided", why),
                       (why, NO_CAUSE))  # fmt: skip
    pattern, reasons = _pattern(series.good, main, others)
    signal = "cannot_be_decided" if series.status == "estimated" else pattern
    if series.status == "estimated":
        reasons = (_MODELLED, *reasons)
    return Verdict(signal, pattern, _said(signal, _stated(main)), (*reasons, NO_CAUSE))


def undecided() -> Verdict:
    """What is said of estimated months alone, without any number."""
    return Verdict("cannot_be_decided", "cannot_be_decided", _said("cannot_be_decided", _MODELLED),
                   (NO_CAUSE,))  # fmt: skip


def _pattern(good: Good, main: Effect, others: Sequence[Effect]) -> tuple[Signal, tuple[Text, ...]]:
    missing = sum(one.percent is None for one in others)
    alike = sum(one.direction == main.direction for one in others)
    if missing:
        return "cannot_be_decided", (_UNTESTED.format(n=missing, all=len(others)),)
    if alike < len(others):
        return "cannot_be_decided", (_DISAGREE.format(n=alike, all=len(others)),)
    return _signal(good, main.direction), ()


def _signal(good: Good, direction: int) -> Signal:
    if direction == 0:
        return "no_certain_change"
    if good is Good.NEUTRAL:
        return "changed"
    return "improvement" if (direction < 0) == (good is Good.LOWER) else "deterioration"


def _said(signal: Signal, rest: Text) -> Text:
    word = SIGNAL_WORDS[signal]
    return Text(*(f"{formatting.capitalised(word.in_(one))}. {rest.in_(one)}" for one in LANGS))


def _stated(main: Effect) -> Text:
    return Text(*(_stated_in(main, lang) for lang in LANGS))


def _stated_in(main: Effect, lang: Lang) -> str:
    assert main.percent is not None
    low, high = (formatting.number(one, 0, lang, signed=True) for one in (main.low, main.high))
    return _MAIN[1 if main.percent > 0 else -1].in_(lang).format(
        at=_when(main.at, lang),
        x=formatting.number(abs(main.percent), 0, lang), low=low, high=high,
        interval=INTERVALS[main.calibrated].in_(lang),
    )  # fmt: skip


def _when(at: str, lang: Lang) -> str:
    if len(at) == 4 and lang == "sv":
        return f"År {at}"
    return f"{'I' if lang == 'sv' else 'In'} {formatting.period(at, lang)}"
