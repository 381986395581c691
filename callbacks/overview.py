"""One touch of a filter, one answer: exactly the parts of the page that changed."""

from collections.abc import Callable
from typing import Annotated, Any

from dash import ClientsideFunction, Dash, Input, Output, State
from pydantic import BaseModel, StringConstraints, validate_call

from callbacks.difference import difference
from dashboard.lang import Lang
from dashboard.store import Store
from dashboard.view import View, moved, parse, query_of
from layouts import controls, overview, parts
from layouts.overview import Id

Content = Callable[[View, Store, Lang], dict[str, Any]]
Word = Annotated[str, StringConstraints(max_length=200)]

_IDS = (
    Id.TRUST, Id.LABEL, Id.HEADING, Id.LEAD, Id.CARDS, Id.KEY, Id.TILES,
    Id.TABLE_TITLE, Id.TABLE_MEASURE, Id.TABLE,
)  # fmt: skip
# Id and property of every part that follows the view.
PARTS: tuple[tuple[str, str], ...] = (
    *((str(id_), "children") for id_ in _IDS),
    *((f"{name}-{end}", prop) for name in overview.PICTURES for end, prop in parts.ENDINGS),
)
# Controls that a touch of another one can move.
_MOVED = ("care", "stream", "period", "data")


class Held(BaseModel):
    """What the browser says it shows."""

    query: Annotated[str, StringConstraints(max_length=1000)]
    release: Word
    lang: Lang


def register(app: Dash, store: Callable[[], Store], content: Content) -> None:
    """Answer the filters of the national page; a press on the map is a choice of region."""
    app.clientside_callback(
        ClientsideFunction("address", "chosen"),
        Output("region", "value"),
        Input("map-figure", "clickData"),
        State("region", "value"),
        prevent_initial_call=True,
    )

    @app.callback(
        *(Output(*part) for part in PARTS),
        *(Output(name, "value") for name in _MOVED),
        Output("period", "options"),
        Output("chosen", "hidden"),
        Output(Id.STATE, "data"),
        Output(Id.SAID, "children"),
        Output(Id.PROBLEMS, "children"),
        *(Input(name, "value") for name in controls.CONTROLS),
        State(Id.STATE, "data"),
        prevent_initial_call=True,
    )
    @validate_call
    def touched(
        indicator: Word,
        period: Word,
        region: Word,
        care: Word,
        stream: Word,
        span: Word,
        data: Word,
        held: Held,
    ) -> tuple[Any, ...]:
        chosen = (indicator, period, region, care, stream, span, data)
        asked = dict(zip(controls.CONTROLS, chosen, strict=True))
        return answer(store(), content, asked, held)


def answer(store: Store, content: Content, asked: dict[str, str], held: Held) -> tuple[Any, ...]:
    """The parts that differ between the view the browser holds and the one asked for.

    Raises:
        ValueError: a control has a value it cannot have.
    """
    lang = held.lang
    old = parse(query_of(held.query), store).view
    view = moved(old, asked, store)
    after = content(view, store, lang)
    # A browser that still shows another release gets every part anew.
    before = content(old, store, lang) if held.release == store.release else {}
    shown = controls.values_of(view)
    return (
        *(difference(before.get(id_), after[id_]) for id_, _ in PARTS),
        *(shown[name] for name in _MOVED),
        difference(
            controls.period_options(store, old, lang), controls.period_options(store, view, lang)
        ),
        not overview.is_shown("chosen", view),
        overview.state(view, store, lang),
        overview.said(view, lang),
        [],
    )
