"""Two rules of payment side by side: what each region gets by one and by the other."""

from dashboard.figures import dumbbell
from dashboard.figures.picture import Picture
from dashboard.funding.label import label
from dashboard.funding.outcome import grant_of, told_by_region
from dashboard.funding.payout import POPULATIONS
from dashboard.funding.rule_names import PRESETS, said
from dashboard.funding.rules import readings
from dashboard.funding.simulation.compared import Pair, pair
from dashboard.funding.simulation.simulator import ASSUMPTIONS, Share
from dashboard.indicators.registry import OVERCROWDING
from dashboard.language.figure_table import table
from dashboard.language.formatting import NONE, number
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import SWEDEN, name_of
from dashboard.releases.dataset import Dataset
from dashboard.values import labels
from dashboard.view.payment_rule import DECISION, RuleChoice, rule_choice
from dashboard.view.view import View

_TITLE = Text(
    "Regeln ”{}” flyttar {} miljoner kronor mellan regionerna, mot ”{}”",
    "The rule “{}” moves SEK {} million between the regions, against “{}”",
)
_OWN_TITLE = Text(
    "{} får {} miljoner kronor med ”{}”, {} mot ”{}”{mark}",
    "{} gets SEK {} million by “{}”, {} against “{}”{mark}",
)
_SAME = Text("De två reglerna är samma regel", "The two rules are the same rule")
_MEASURE = Text(
    "Bidraget 2024 i kronor per invånare med {months} · ring: {} · prick: {} · till "
    "höger skillnaden i miljoner kronor",
    "The grant of 2024 in kronor per inhabitant by {months} · ring: {} · dot: {} · at the "
    "right the difference in millions of kronor",
)
# What stands where the months are estimated: the base by each rule, which hangs on no month.
_BASE_TITLE = Text(
    "Vad regionerna får med den ena eller andra regeln kan inte avgöras, månaderna är skattade",
    "What the regions get by one rule or the other cannot be decided, the months are estimated",
)
_BASE_MEASURE = Text(
    "Grundbeloppet i kronor per invånare, som inte hänger på månaderna · ring: {} · prick: {} · "
    "till höger skillnaden i miljoner kronor",
    "The base in kronor per inhabitant, which hangs on no month · ring: {} · dot: {} · at the "
    "right the difference in millions of kronor",
)
_BASE_POINTED = Text("grundbelopp {} mot {} mnkr", "base SEK {} against {} m")
_SENTENCE = Text(
    "Utan någon verklig förändring uppfyller slumpen {} procent av månadskraven med ”{}” och {} "
    "procent med ”{}”. Av pengarna går {} respektive {} procent till regioner som verkligen har "
    "förbättrats; efter folkmängd hade det varit {}.",
    "Without any real change chance meets {} per cent of the monthly requirements by “{}” and {} "
    "per cent by "
    "“{}”. Of the money {} and {} per cent goes to regions that have really improved; by "
    "population it would have been {}.",
)
_SOURCE = Text(
    "Beräkning av {months}, utgåva {}. {}",
    "Computed from {months}, release {}. {}",
)
_DIFFERENCE = Text("mnkr", "SEK m")
_HEADS = (
    Text("Region", "Region"), Text("{}, mnkr", "{}, SEK m"), Text("{}, mnkr", "{}, SEK m"),
    Text("Skillnad, mnkr", "Difference, SEK m"), Text("{}, månadskrav", "{}, monthly requirements"),
    Text("{}, månadskrav", "{}, monthly requirements"),
)  # fmt: skip
_POINTED = Text("{} mot {} mnkr, {} mot {} månadskrav{mark}",
                "SEK {} against {} m, {} against {} monthly requirements{mark}")  # fmt: skip


def rules_picture(dataset: Dataset, view: View, lang: Lang) -> Picture:
    """A ring and a dot for each region, in the order of what they differ.

    Of estimated months the base alone, in the order of the names (docs/methods.md 9.7).
    """
    found, words = pair(dataset, view), label(dataset, lang)
    told = told_by_region(grant_of(dataset))
    rows = sorted(
        zip(found.rule.regions, found.against.regions, strict=True),
        key=lambda two: (_each(two[1]) - _each(two[0]) if told else 0, name_of(two[0].region).sv),
    )
    row, line = (_row, _line) if told else (_base_row, _base_line)
    names = found.against_name.in_(lang), found.rule_name.in_(lang)
    chart = dumbbell.Dumbbells(
        rows=[row(new, old, view, words, lang) for new, old in rows],
        ring_name=names[0],
        dot_name=names[1],
        aside_head=_DIFFERENCE.in_(lang),
    )
    heads = [
        _HEADS[0].in_(lang), *(_HEADS[i].in_(lang).format(names[i - 1]) for i in (1, 2)),
        _HEADS[3].in_(lang), *(_HEADS[i].in_(lang).format(names[i - 4]) for i in (4, 5)),
    ]  # fmt: skip

    release = labels.short(dataset.release)
    return Picture(
        title=_title(found, view, words, lang)
        if told or differs(view) is None
        else _BASE_TITLE.in_(lang),
        measure=(_MEASURE if told else _BASE_MEASURE).in_(lang).format(*names, **words),
        sentence=_sentence(found, lang),
        chart=chart,
        table=table(heads, (line(new, old, lang) for new, old in rows), lang),
        file="vardplatslaget_regler" if lang == "sv" else "vardplatslaget_rules",
        lang=lang,
        source=_SOURCE.in_(lang).format(release, ASSUMPTIONS.in_(lang), **words),
        indicator=OVERCROWDING,
        explained=(
            *_explained(dataset, found.rule.rule, found.rule_name, lang),
            *_explained(dataset, found.against.rule, found.against_name, lang),
        ),
    )


def differs(view: View) -> tuple[RuleChoice, RuleChoice] | None:
    """The two rules of a view, or None where they are one and the same."""
    rule, against = rule_choice(view.rule), rule_choice(view.against)
    return None if rule == against else (rule, against)


def _explained(
    dataset: Dataset, rule: RuleChoice, called: Text, lang: Lang
) -> list[tuple[str, str]]:
    """In what a rule departs from the decision, and the readings of it that it stands for."""
    values = {
        "threshold": "relative",
        "ties": rule.ties,
        "bonus": rule.bonus,
        "decimals": "" if rule.decimals is None else str(rule.decimals),
    }
    stood_for = [
        reading.text.in_(lang)
        for reading in readings(dataset.reference)
        if values.get(reading.parameter) == reading.value
    ]
    words = [said(rule, lang) or PRESETS[DECISION].in_(lang), *stood_for]
    return [(called.in_(lang), ". ".join(word.rstrip(".") for word in words) + ".")]


def _each(share: Share) -> float:
    return share.total / POPULATIONS[share.region]


def _row(
    new: Share, old: Share, view: View, words: dict[str, str], lang: Lang
) -> dumbbell.Dumbbell:
    difference = (new.total - old.total) / 1e6
    return dumbbell.Dumbbell(
        name=name_of(new.region).in_(lang),
        ring=round(_each(old), 2),
        dot=round(_each(new), 2),
        words=_POINTED.in_(lang).format(
            number(new.total / 1e6, 1, lang),
            number(old.total / 1e6, 1, lang),
            new.cells,
            old.cells,
            **words,
        ),
        aside=number(difference, 1, lang, signed=True),
        chosen=new.region == view.region,
    )


def _base_row(
    new: Share, old: Share, view: View, words: dict[str, str], lang: Lang
) -> dumbbell.Dumbbell:
    people = POPULATIONS[new.region]
    return dumbbell.Dumbbell(
        name=name_of(new.region).in_(lang),
        ring=round(old.base / people, 2),
        dot=round(new.base / people, 2),
        words=_BASE_POINTED.in_(lang).format(
            number(new.base / 1e6, 1, lang), number(old.base / 1e6, 1, lang)
        ),
        aside=number((new.base - old.base) / 1e6, 1, lang, signed=True),
        chosen=new.region == view.region,
    )


def _base_line(new: Share, old: Share, lang: Lang) -> list[str]:
    return [
        name_of(new.region).in_(lang), number(old.base / 1e6, 2, lang),
        number(new.base / 1e6, 2, lang),
        number((new.base - old.base) / 1e6, 2, lang, signed=True), NONE, NONE,
    ]  # fmt: skip


def _line(new: Share, old: Share, lang: Lang) -> list[str]:
    return [
        name_of(new.region).in_(lang), number(old.total / 1e6, 2, lang),
        number(new.total / 1e6, 2, lang),
        number((new.total - old.total) / 1e6, 2, lang, signed=True),
        str(old.cells), str(new.cells),
    ]  # fmt: skip


def _title(pair: Pair, view: View, words: dict[str, str], lang: Lang) -> str:
    if differs(view) is None:
        return _SAME.in_(lang)
    new, old = pair.rule.by_region, pair.against.by_region
    names = pair.rule_name.in_(lang), pair.against_name.in_(lang)
    if view.region != SWEDEN:
        mine = new[view.region].total - old[view.region].total
        return _OWN_TITLE.in_(lang).format(
            name_of(view.region).in_(lang), number(new[view.region].total / 1e6, 1, lang),
            names[0], number(mine / 1e6, 1, lang, signed=True), names[1], **words,
        )  # fmt: skip
    moved = sum(abs(new[code].total - old[code].total) for code in new) / 2e6
    return _TITLE.in_(lang).format(names[0], number(moved, 0, lang), names[1])


def _sentence(pair: Pair, lang: Lang) -> str:
    def percent(share: float) -> str:
        # A floor of less than one per cent is not none.
        return number(100 * share, 0 if share >= 0.01 else 1, lang)

    new, old = pair.rule, pair.against
    return _SENTENCE.in_(lang).format(
        percent(new.noise.cells), pair.rule_name.in_(lang),
        percent(old.noise.cells), pair.against_name.in_(lang),
        percent(new.real.share), percent(old.real.share), percent(old.real.blind),
    )  # fmt: skip
