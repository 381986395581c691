"""The meeting on screen: one thought on each, in large type, with ways forward and back."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from dashboard.dialogue.pack import MapPlate, Pack, Plate, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.svg import svg
from dashboard.dialogue.papers_query import PapersQuery
from dashboard.figures import theme
from dashboard.language.table import Grid
from dashboard.language.text import Lang, Text
from layouts import html
from layouts.dialogue.sections import table
from layouts.html import Html

SCREEN = "screen"
# As many rows as are read from the other end of a table.
_MOST_ROWS = 6
_BACK, _ON = Text("Föregående", "Previous"), Text("Nästa", "Next")
_END = Text("Till underlaget", "To the papers")
_PLACE = Text("{} av {}", "{} of {}")
_KEYS = Text("Piltangenterna går framåt och bakåt.", "The arrow keys go forward and back.")
_WAYS = Text("Mötets bilder", "The screens of the meeting")
_OPEN = Text("Visa mötet på skärm", "Show the meeting on screen")


class Thought(NamedTuple):
    """A screen: what it says, and what bears that out."""

    title: str
    inside: Sequence[Html]


def opening(asked: PapersQuery, lang: Lang, release: str) -> Html:
    """The link from the papers to the first screen."""
    query = asked.query(release=release, **{SCREEN: "1"})
    return html.P(html.A(_OPEN.in_(lang), className="file", href=f"?{query}"))


def meeting(pack: Pack, asked: PapersQuery, number: str, release: str) -> Html:
    """A screen by its number; what is no number is the first, and too high a one the last."""
    lang, held = pack.lang, list(thoughts(pack))
    place = min(max(1, int(number) if number.isdecimal() and len(number) < 4 else 1), len(held))
    title, inside = held[place - 1]

    def at(screen: int) -> str:
        return f"?{asked.query(release=release, **{SCREEN: str(screen)})}"

    ways = [
        html.A(_BACK.in_(lang), href=at(place - 1), rel="prev") if place > 1 else None,
        html.Span(_PLACE.in_(lang).format(place, len(held)), className="place"),
        html.A(_ON.in_(lang), href=at(place + 1), rel="next") if place < len(held) else None,
        html.A(_END.in_(lang), href=f"?{asked.query(release=release)}", className="end"),
    ]
    return html.Div(
        [
            html.H1(title),
            html.Div(list(inside), className="thought"),
            html.Nav([one for one in ways if one], aria_label=_WAYS.in_(lang), className="ways"),
            html.P(f"{words.made_of(pack)} {_KEYS.in_(lang)}", className="caption"),
        ],
        className="column page-dialogue meeting",
    )


def thoughts(pack: Pack) -> Iterator[Thought]:
    """Every screen of a pack in its order, the same as that of the slides."""
    lines = html.Ul([html.Li(line) for line in pack.sentences], className="lead-lines")
    yield Thought(pack.title, [lines, html.P(pack.label, className="caption")])
    yield from _section(pack.key_figures, pack.key_figures.title, pack.lang)
    yield Thought(pack.country.title, _map(pack.country))
    for one in pack.plates:
        yield Thought(one.title, _plot(one, pack.lang))
    since = words.SINCE.in_(pack.lang)
    for part in pack.changes:
        yield from _section(part, f"{since}: {part.title.lower()}", pack.lang)
    for question in pack.questions:
        yield Thought(question.words, [html.P(words.beside(question), className="measure")])
    for kept in pack.kept:
        yield from _section(kept, kept.title, pack.lang)


def _section(section: Section, title: str, lang: Lang) -> Iterator[Thought]:
    if not section.grid.rows:
        yield Thought(title, [html.P(section.sentence, className="measure")])
    starts = range(0, len(section.grid.rows), _MOST_ROWS)
    for place, start in enumerate(starts, start=1):
        rows = section.grid.rows[start : start + _MOST_ROWS]
        named = words.CONTINUED.in_(lang).format(title, place, len(starts))
        shown = table(title, Grid(section.grid.heads, rows), section.row_name, section.key)
        said = [html.P(section.sentence, className="caption")] if section.sentence else []
        inside = [*said, shown]
        yield Thought(named if len(starts) > 1 else title, inside)


def _plot(plate: Plate, lang: Lang) -> list[Html]:
    said = f"{plate.title}. {plate.sentence}"
    drawn = svg(plate.plot, said, lang, font="inherit", colour=theme.token)
    return [
        html.P(plate.measure, className="caption"),
        html.Div(Html(drawn), aria_label=plate.title, className="plot", role="region", tabIndex=0),
        html.P(plate.sentence, className="measure"),
        html.P(plate.source, className="caption"),
    ]


def _map(plate: MapPlate) -> list[Html]:
    """The regions as outlines, the values beside in words, and what the colours mean."""
    across = max(x for area in plate.areas for ring in area.rings for x, _ in ring)
    paths = "".join(
        f'<path d="{_path(area.rings)}" fill="{_fill(area.step)}" '
        f'class="{"chosen" if area.chosen else ""}"><title>{escape(area.name)}: '
        f"{escape(area.words)}</title></path>"
        for area in sorted(plate.areas, key=lambda area: area.chosen)
    )
    drawn = Html(
        f'<svg viewBox="-5 -5 {1000 * across + 10:.0f} 1010" role="img" '
        f'aria-label="{escape(plate.title)}. {escape(plate.sentence)}">{paths}</svg>'
    )
    key = [
        html.Li([Html(f'<svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" '
                      f'fill="{_fill(step)}"/></svg>'), words_of])
        for step, (_, words_of) in (*enumerate(plate.steps[1:]), (-1, plate.steps[0]))
    ]  # fmt: skip
    own = next(area for area in plate.areas if area.chosen)
    return [
        html.P(plate.measure, className="caption"),
        html.Div(
            [drawn, html.Div([html.P(f"{own.name}: {own.words}. {plate.sentence}",
                                     className="measure"), html.Ul(key, className="key")])],
            className="country",
        ),
        html.P(plate.source, className="caption"),
    ]  # fmt: skip


def _path(rings: Sequence[Sequence[tuple[float, float]]]) -> str:
    return "".join(
        "M" + "L".join(f"{1000 * x:.0f} {1000 * y:.0f}" for x, y in ring) + "Z" for ring in rings
    )


def _fill(step: int) -> str:
    return theme.token("missing" if step < 0 else f"seq-{step + 1}")
