"""A page of text whose tables can be ordered, by the order and the release of its address."""

from collections.abc import Callable, Mapping, Sequence

from dashboard.language.text import Lang, Text
from dashboard.releases.dataset import Dataset
from dashboard.view.query_values import is_of
from dashboard.view.view import parse
from layouts import html
from layouts.html import Html
from layouts.page.offered_order import with_offered_order
from layouts.parts import headline, prose
from layouts.parts.sorting import Sorting, form


def ordered_page(
    title: Text,
    lead: Text,
    sections: Callable[[Sorting], Sequence[Html]],
    dataset: Dataset,
    lang: Lang,
    query: Mapping[str, str],
    *,
    contents: Sequence[tuple[str, Text]] = (),
) -> Html:
    """The page; `contents` are the anchors and names that stand above the sections as links."""
    asked = {key: query[key] for key in ("sort", "release") if key in query}
    if not is_of(asked.get("release", ""), dataset):
        # That it cannot be shown is said of every page by its banner.
        asked.pop("release", None)
    parsed = parse(asked, dataset)
    made = sections(Sorting("", dataset, parsed.view, lang, touched=False))
    parsed = with_offered_order(parsed, {"sections": made})
    links = [(anchor, name.in_(lang)) for anchor, name in contents]
    return prose.article(
        title.in_(lang),
        *headline.sentences(parsed, lang),
        form(dataset, parsed.view),
        html.P(lead.in_(lang), className="intro"),
        *([prose.contents(title.in_(lang), links)] if links else []),
        *made,
    )
