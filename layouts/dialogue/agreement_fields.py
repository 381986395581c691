"""The fields of the forms about agreements, each with its label, what was typed and its fault."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.dialogue.agreement_form import MOST_NAME, MOST_WORDS
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from layouts import html
from layouts.html import Html

_OPTIONAL = Text("{} (kan utelämnas)", "{} (can be left out)")


@frozen
class Fields:
    """Makes fields of a form whose ids begin with `stem`, from what was typed and what is wrong."""

    stem: str
    typed: Mapping[str, str]
    faults: Mapping[str, Text]
    lang: Lang

    def id(self, name: str) -> str:
        """The id of a field."""
        return f"{self.stem}-{name}"

    def line(
        self, name: str, label: Text, *, kind: str = "text", hint: Text | None = None,
        optional: bool = False, most: int = MOST_NAME,
    ) -> Html:  # fmt: skip
        """A field of one line."""
        box = html.Input(
            type=kind, name=name, value=self.typed.get(name, ""), maxLength=most,
            **self._state(name, hint),
        )  # fmt: skip
        return self._field(name, label, box, hint, optional=optional)

    def words(self, name: str, label: Text) -> Html:
        """A field of several lines."""
        told = {"name": name, "rows": 3, "maxlength": MOST_WORDS, **self._state(name, None)}
        # A browser takes away the first end of line in it.
        box = html.element("textarea", told, "\n" + escape(self.typed.get(name, ""), quote=False))
        return self._field(name, label, box, None)

    def choice(
        self, name: str, label: Text, options: Sequence[tuple[str, Text]], *,
        hint: Text | None = None, optional: bool = False,
    ) -> Html:  # fmt: skip
        """A field that is one of several."""
        said = [
            html.Option(words.in_(self.lang), value=value, selected=value == self.typed.get(name))
            for value, words in options
        ]
        box = html.Select(said, name=name, **self._state(name, hint))
        return self._field(name, label, box, hint, optional=optional)

    def marks(self, name: str, legend: Text, options: Sequence[tuple[str, Text]]) -> Html:
        """Boxes to tick."""
        ticked = self.typed.get(name, "").split(",")
        boxes = [
            html.P(
                [html.Input(type="checkbox", id=self.id(f"{name}-{key}"), name=name, value=key,
                            checked=key in ticked),
                 html.Label(words.in_(self.lang), htmlFor=self.id(f"{name}-{key}"))],
                className="check",
            )
            for key, words in options
        ]  # fmt: skip
        return html.Fieldset([html.Legend(legend.in_(self.lang)), *boxes])

    def _field(
        self, name: str, label: Text, box: Html, hint: Text | None, *, optional: bool = False
    ) -> Html:
        said = _OPTIONAL.format(label) if optional else label
        told = [html.Label(said.in_(self.lang), htmlFor=self.id(name)), box]
        if hint:
            told.append(
                html.Span(hint.in_(self.lang), id=f"{self.id(name)}-hint", className="hint-words")
            )
        if name in self.faults:
            told.append(
                html.Span(self.faults[name].in_(self.lang), id=f"{self.id(name)}-fault",
                          className="fault")
            )  # fmt: skip
        return html.P(told)

    def _state(self, name: str, hint: Text | None) -> dict[str, str | None]:
        ends = [end for end, there in (("hint", hint), ("fault", name in self.faults)) if there]
        return {
            "id": self.id(name),
            "aria-describedby": " ".join(f"{self.id(name)}-{end}" for end in ends) or None,
            "aria-invalid": "true" if name in self.faults else None,
        }
