"""`vardplats build`: publish the embedded data, and say how well the model fits."""

from collections.abc import Iterator
from typing import Any

from dashboard.cli import given, printing
from dashboard.cli.printing import Format
from dashboard.cli.refusal import Refused
from dashboard.ingest.build import Built, build
from dashboard.ingest.model import SEED
from dashboard.releases.audit_trail import recorded
from dashboard.releases.database.choice import archive_of
from dashboard.releases.repository import ReleaseError

_FIT = ("iterations", "region_year", "national_month")


def print_build(fmt: Format, seed: int | None = None) -> None:
    """Publish the release and print its name, its counts, the residuals and the back-test.

    `seed` is that of the example months; None is the usual one.

    Raises:
        Refused: the folder cannot be written; nothing has changed then.
    """
    settings = given.settings()
    try:
        archive = archive_of(settings)
        with recorded(settings.home, "build", "embedded and imported"):
            built = build(settings.home, into=archive, seed=SEED if seed is None else seed)
    except ReleaseError as error:
        raise Refused(f"{error}. Nothing has changed.") from error
    except OSError as error:
        raise given.unwritable(settings.home, error) from error
    if fmt == "json":
        printing.print_json(
            {
                "release": built.release,
                "counts": built.counts,
                "rules": built.rules,
                "residuals": built.residuals,
                "back_test": built.back_test,
            }
        )
    elif fmt == "csv":
        printing.print_csv([{"name": name, "value": value} for name, value in _flat(built)])
    else:
        _print_tables(built)


def _flat(built: Built) -> Iterator[tuple[str, Any]]:
    yield "release", built.release
    yield from _leaves("counts", built.counts)
    yield from _leaves("rules", built.rules)
    yield from _leaves("residuals", built.residuals)
    yield from _leaves("back_test.methods", built.back_test["methods"])
    for name, shares in built.back_test["crossed"].items():
        for part, share in zip(("first", "second"), shares, strict=True):
            yield f"back_test.crossed.{name}.{part}", share


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{name}.{key}", inner)
    else:
        yield name, value


def _print_tables(built: Built) -> None:
    fits = {key: part for key, part in built.residuals.items() if "iterations" in part}
    by_year = {f"{key} residual": part["national_years"] for key, part in fits.items()}
    by_year |= {key: part for key, part in built.residuals.items() if key not in fits}
    facts = [("release", built.release), *((key, str(n)) for key, n in built.counts.items())]
    facts += [(f"rule {key}", f"{count} times") for key, count in built.rules.items()]
    printing.print_table(["", "Release"], facts)
    printing.print_table(
        ["Series", *_FIT],
        [[key, *(f"{part[name]:.4g}" for name in _FIT)] for key, part in fits.items()],
        title="Largest residuals against published figures, per 100 beds",
        right=_FIT,
    )
    printing.print_table(
        ["Year", *by_year],
        [[year, *(_number(part[year]) for part in by_year.values())] for year in _years(by_year)],
        title="The country by year: residuals per 100 beds, mean beds, occupancy in per cent",
        right=list(by_year),
    )
    _print_back_test(built.back_test)


def _print_back_test(told: dict[str, Any]) -> None:
    """Errors and coverage by method, and every figure that was left out."""
    methods = [
        [name, series, str(part["figures"]), f"{part['log_error']:.3f}", f"{part['coverage']:.0%}"]
        for name, by_series in told["methods"].items()
        for series, part in by_series.items()
    ]
    printing.print_table(
        ["Method", "Series", "Figures", "Error (log)", "In range"], methods,
        title=f"Published figures left out in turn; in use: {told['chosen']}",
        right=("Figures", "Error (log)", "In range"),
    )  # fmt: skip
    crossed = [
        [name, *(f"{share:.0%}" for share in shares)] for name, shares in told["crossed"].items()
    ]
    printing.print_table(
        ["Every second of", "First part", "Second part"], crossed,
        title=f"In range: {told['coverage']:.0%}; of each part by ranges chosen on the other:",
        right=("First part", "Second part"),
    )  # fmt: skip
    figures = [
        [one["series"], one["region"], f"{one['first']} to {one['last']}", f"{one['published']:g}",
         f"{one['estimate']:.2f}", f"{one['low']:.2f}", f"{one['high']:.2f}",
         "yes" if one["inside"] else "no"]
        for one in told["figures"]
    ]  # fmt: skip
    numbers = ("Published", "Estimate", "Low", "High")
    printing.print_table(
        ["Series", "Region", "Months", *numbers, "In range"], figures,
        title="Each figure left out, its estimate and its range of 80 per cent", right=numbers,
    )  # fmt: skip


def _years(by_year: dict[str, dict[str, float]]) -> list[str]:
    return list(next(iter(by_year.values())))


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.1f}"
