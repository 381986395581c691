"""One touch of a control, one answer: exactly the parts of the page that changed."""

from collections.abc import Callable
from typing import Annotated, Any

from dash import ClientsideFunction, Dash, Input, Output, State
from pydantic import BaseModel, StringConstraints, TypeAdapter

from callbacks.difference import difference
from dashboard.lang import Lang
from dashboard.store import Store
from dashboard.view import moved, parse, query_of
from layouts import controls
from layouts.touchable import PROBLEMS, SAID, STATE, Content, Touchable, state

Word = Annotated[str, StringConstraints(max_length=200)]
_WORDS: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[Word, ...])


class Held(BaseModel):
    """What the browser says it shows."""

    query: Annotated[str, StringConstraints(max_length=1000)]
    release: Word
    lang: Lang


def register(app: Dash, page: Touchable, store: Callable[[], Store], content: Content) -> None:
    """Answer the page's controls, and keep the address in step with its view.

    `content` gives the page's content, perhaps remembered.
    """
    app.clientside_callback(
        ClientsideFunction("address", "write"),
        Output(page.id("written"), "data"),
        Input(page.id(STATE), "data"),
    )

    @app.callback(
        *(Output(*part) for part in page.parts),
        *(Output(page.id(name), "value") for name in _movable(page)),
        *(Output(page.id(name), "options") for name in _listed(page)),
        Output(page.id(STATE), "data"),
        Output(page.id(SAID), "children"),
        Output(page.id(PROBLEMS), "children"),
        *(Input(page.id(name), "value") for name in page.controls),
        State(page.id(STATE), "data"),
        prevent_initial_call=True,
    )
    def touched(*values: Any) -> tuple[Any, ...]:
        words = _WORDS.validate_python(values[:-1])
        asked = dict(zip(page.controls, words, strict=True))
        return answer(page, store(), content, asked, Held.model_validate(values[-1]))


def _movable(page: Touchable) -> tuple[str, ...]:
    """The page's controls that a touch of another one can move."""
    return tuple(name for name in page.controls if name in controls.MOVABLE)


def _listed(page: Touchable) -> tuple[str, ...]:
    """The page's controls whose options follow the view."""
    return tuple(name for name in page.controls if name == "period")


def answer(
    page: Touchable, store: Store, content: Content, asked: dict[str, str], held: Held
) -> tuple[Any, ...]:
    """The parts that differ between the view the browser holds and the one asked for.

    Raises:
        ValueError: a control has a value it cannot have.
    """
    lang = held.lang
    old = parse(query_of(held.query), store).view
    view = moved(old, asked, store)
    # First what is shown, which is still at hand. A browser that shows another release gets
    # every part anew.
    before = content(old, store, lang) if held.release == store.release else {}
    after = content(view, store, lang)
    shown = controls.values_of(view)
    return (
        *(difference(before.get(id_), after[id_]) for id_, _ in page.parts),
        *(shown[name] for name in _movable(page)),
        *(
            difference(
                controls.period_options(store, old, lang),
                controls.period_options(store, view, lang),
            )
            for _ in _listed(page)
        ),
        state(view, store, lang),
        page.said(view, lang),
        [],
    )
