"""The parts of Metod on the estimated months and on signals."""

from dataclasses import replace

from dashboard.language.formatting import capitalised, number
from dashboard.language.text import Lang, Text
from dashboard.releases.catalogue import Misses, note_of
from dashboard.releases.dataset import Dataset
from dashboard.statistics import own_level, season
from dashboard.statistics.false_verdict_rates import RATES, SERIES
from dashboard.statistics.funnel import FEWEST_GROUPS
from dashboard.statistics.verdict_words import VERDICTS
from layouts import html
from layouts.html import Html
from layouts.method import imported_months, model_texts
from layouts.method.tables import residuals_table
from layouts.parts import prose
from layouts.parts.sorting import Sorting

_FIT = Text("Så väl stämmer skattningarna", "How well the estimates agree")
_RESIDUALS = Text(
    "Riket per år: publicerat och skattat, per 100 disponibla vårdplatser",
    "Sweden by year: published and estimated, per 100 available beds",
)
_WARD_BEDS = 22  # Of the ward that occupancy is computed for (docs/methods.md 9.6 point 3).
_CANNOT_SAY = Text("Vad skattningarna inte kan säga", "What the estimates cannot say")
_REPORTED = Text("När månader rapporteras", "When months are reported")


def model(sorting: Sorting) -> list[Html]:
    """How the months are estimated, how well they agree, and what they cannot say."""
    lang = sorting.lang
    steps = [text.format(_WARD_BEDS) for text in model_texts.MODEL_STEPS]
    return [
        *prose.paragraphs(model_texts.MODEL, lang),
        prose.steps(steps, lang),
        html.H3(_FIT.in_(lang)),
        *_fit(sorting),
        html.H3(_CANNOT_SAY.in_(lang)),
        prose.bullets(model_texts.CANNOT_SAY, lang),
        html.P(model_texts.CANNOT_SAY_SO.in_(lang), className="notice"),
        html.H3(_REPORTED.in_(lang)),
        *prose.paragraphs(imported_months.WORDS, lang),
    ]


def signals(dataset: Dataset, lang: Lang) -> list[Html]:
    """When a movement counts as a change, and the words for it."""
    rules = [text.format(own_level.RUN) for text in model_texts.RULES]
    lead = [text.format(season.FEWEST_FOR_SEASON) for text in model_texts.SIGNALS]
    meanings = (
        (capitalised(one.words.format("…", "…").in_(lang)), one.meaning.in_(lang))
        for one in VERDICTS.values()
    )
    return [
        *prose.paragraphs(lead, lang),
        prose.steps(rules, lang),
        prose.entries(meanings),
        *prose.paragraphs(model_texts.SIGNALS_MORE, lang),
        html.H3(_false_title(lang)),
        _false_verdicts(lang),
        html.H3(model_texts.FUNNEL_TITLE.in_(lang), id="funnel"),
        *prose.paragraphs((one.format(FEWEST_GROUPS) for one in model_texts.FUNNEL), lang),
    ]


def _false_title(lang: Lang) -> str:
    return model_texts.FALSE_VERDICTS.format(series=number(SERIES, 0, lang)).in_(lang)


def _false_verdicts(lang: Lang) -> Html:
    """How often a series without a change gets a signal: length by likeness of months."""
    alike = sorted({one.rho for one in RATES})
    heads = (model_texts.ALIKE.in_(lang).format(number(one, 1, lang)) for one in alike)
    rows = tuple(
        (
            words.in_(lang).format(months),
            *(
                f"{number(100 * one.share, 1, lang)} %"
                for one in RATES
                if (one.months, one.season) == (months, season)
            ),
        )
        for months in sorted({one.months for one in RATES})
        for season, words in (
            (False, model_texts.WITHOUT_SEASON), (True, model_texts.WITH_SEASON),
        )
    )  # fmt: skip
    named = (model_texts.MONTHS_OF_SERIES.in_(lang), *heads)
    return prose.table(_false_title(lang), named, rows, kind="numbers")


def _fit(sorting: Sorting) -> list[Html]:
    dataset, lang = sorting.dataset, sorting.lang
    misses = note_of(dataset.release, dataset.manifest).misses
    over, out, psychiatric = (misses[one] for one in ("over", "out", "psychiatric_over"))
    rounds = (dataset.manifest["residuals"][one]["iterations"] for one in ("over", "out"))
    somatic = (
        *_largest(over, out, lang),
        *(number(count, 0, lang) for count in rounds),
    )
    return [
        *prose.paragraphs((text.format(*somatic) for text in model_texts.FIT), lang),
        residuals_table(_RESIDUALS.in_(lang), replace(sorting, name="residuals")),
        html.P(
            model_texts.FIT_PSYCHIATRIC.in_(lang).format(
                number(psychiatric.region_year, 4, lang),
                number(psychiatric.national_year, 2, lang),
            )
        ),
    ]


def _largest(over: Misses, out: Misses, lang: Lang) -> tuple[str, str]:
    region_year = max(over.region_year, out.region_year)
    national_month = max(over.national_month, out.national_month)
    return number(region_year, 4, lang), number(national_month, 4, lang)
