"""One touch of a control, one answer: exactly the parts of the page that changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from dash import Dash, Input, Output
from pydantic import BaseModel, ConfigDict, StringConstraints

from callbacks.diff import UNCHANGED, beside, difference
from callbacks.held_state import told
from callbacks.text_steps import check_sum, text_steps
from dashboard.language.text import Lang
from dashboard.releases.dataset import Dataset
from dashboard.view.edited import edited
from dashboard.view.view import Parsed, View, apply_change, parse, query_of
from layouts.html import render_html
from layouts.page.client_state import ASKED, CHANGE
from layouts.page.interactive_page import PROBLEMS, SAID, Content, InteractivePage, state
from layouts.page.offered_order import with_offered_order
from layouts.parts import filters, headline

Word = Annotated[str, StringConstraints(max_length=200)]
Query = Annotated[str, StringConstraints(max_length=2000)]
Change = dict[str, Any]


class Held(BaseModel):
    """What the browser says it shows."""

    model_config = ConfigDict(extra="forbid")

    query: Query
    release: Word
    lang: Lang


class TouchQuery(BaseModel):
    """What the controls say by name, or the query of an address to go back to.

    `fields` are what the editor of a control says, by name of the control and of the field. What
    else is said is refused, as it would be kept with the answer.
    """

    model_config = ConfigDict(extra="forbid")

    values: dict[Word, Word]
    fields: dict[Word, dict[Word, Word]] = {}
    held: Held
    address: Query | None = None


def register(
    app: Dash, page: InteractivePage, dataset: Callable[[], Dataset], content: Content
) -> None:
    """Answer the page's controls; its script asks, and takes the answer in.

    `content` gives the page's content as it travels, perhaps remembered.
    """

    @app.callback(
        Output(page.id(CHANGE), "data"), Input(page.id(ASKED), "data"), prevent_initial_call=True
    )
    def touched(asked: Any) -> Change:
        return answer(page, dataset(), content, TouchQuery.model_validate(asked))


def answer(page: InteractivePage, dataset: Dataset, content: Content, asked: TouchQuery) -> Change:
    """What differs between the view the browser holds and the one asked for.

    By property, and by id what the property of that part becomes, or the steps to it; with them, as
    `state`, what is another of what the browser holds from now on, and as `sum` that of the texts
    that steps rest on.

    Raises:
        ValueError: a control has a value it cannot have, or is none of the page's.
    """
    lang = asked.held.lang
    old = parse(query_of(asked.held.query), dataset).view
    parsed = _parsed(page, old, asked, dataset)
    # First what is shown, which is still at hand. A browser that shows another release gets
    # every part anew.
    before = content(old, dataset, lang) if asked.held.release == dataset.release else {}
    after = content(parsed.view, dataset, lang)
    kept = with_offered_order(parsed, after)
    if kept.view != parsed.view:
        after = content(kept.view, dataset, lang)
        # What a touch leaves without its order is not told: nobody asked for it in words.
        parsed = replace(parsed, view=kept.view) if asked.address is None else kept
    view = parsed.view
    held = state(old, dataset, lang) if before else {}
    found: Change = {"state": told(held, state(view, dataset, lang))}
    _add_parts(found, page, before, after)
    _add(found, "children", page.id(SAID), page.said(view, lang))
    _add(found, "children", page.id(PROBLEMS), render_html(headline.sentences(parsed, lang)))
    _add_controls(found, page, dataset, (old, view), asked.values, lang)
    return found


def _parsed(page: InteractivePage, old: View, asked: TouchQuery, dataset: Dataset) -> Parsed:
    if asked.address is not None:
        return page.opened(query_of(asked.address), dataset)
    if asked.values.keys() != set(page.controls) or not asked.fields.keys() <= set(page.controls):
        raise ValueError(f"the controls of the page are {', '.join(page.controls)}")
    written = {key: edited(key, asked.values[key], said) for key, said in asked.fields.items()}
    return Parsed(apply_change(old, {**asked.values, **written}, dataset))


def _add_parts(
    change: Change, page: InteractivePage, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    rested: list[str] = []
    shown = dict(before)
    for id_, prop in page.parts:
        if id_ in before and before[id_] is after[id_]:
            continue
        sent = difference(before.get(id_), after[id_])
        if prop == "figure" and sent is after[id_] and sent.get("data"):
            sent = beside(sent, {one: shown.get(one) for one, kind in page.parts if kind == prop})
        shown[id_] = after[id_]
        is_text = prop == "children" and id_ in before and sent is not UNCHANGED
        if is_text and (steps := text_steps(before[id_], sent)):
            rested.append(before[id_])
            sent = steps
        _add(change, prop, id_, sent)
    if rested:
        change["sum"] = check_sum(rested)


def _add_controls(
    change: Change,
    page: InteractivePage,
    dataset: Dataset,
    views: tuple[View, View],
    shown: Mapping[str, str],
    lang: Lang,
) -> None:
    """What the controls say now where it is something else, and the choices that follow."""
    values = filters.values_of(views[1])
    for name in page.controls:
        if values[name] != shown.get(name):
            _add(change, "value", page.id(name), values[name])
        old, new = (filters.following(name, dataset, view, lang) for view in views)
        if old != new:
            _add(change, "options", page.id(name), new)


def _add(change: Change, prop: str, id_: str, value: Any) -> None:
    if value is not UNCHANGED:
        change.setdefault(prop, {})[id_] = value
