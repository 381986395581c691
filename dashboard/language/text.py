"""Two languages, side by side: a phrase cannot exist in only one."""

from typing import Literal, NamedTuple, get_args

from dashboard.language.counting import Template

Lang = Literal["sv", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


class Text(NamedTuple):
    """A phrase in Swedish and English; `text.in_("en")` picks one."""

    sv: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The phrase in a language; with places to fill in, what fills them agrees in number."""
        phrase = self.en if lang == "en" else self.sv
        return Template(phrase) if "{" in phrase else phrase

    def format(self, *args: object, **values: object) -> "Text":
        """The phrase with values filled in; a `Text` among them is filled in per language."""
        return Text(*(self._filled(lang, args, values) for lang in LANGS))

    def _filled(self, lang: Lang, args: tuple[object, ...], values: dict[str, object]) -> str:
        def word(value: object) -> object:
            return value.in_(lang) if isinstance(value, Text) else value

        return self.in_(lang).format(*map(word, args), **{k: word(v) for k, v in values.items()})


def quoted(words: str) -> Text:
    """What somebody has written, in the quotation marks of each language."""
    return Text(f"”{words}”", f"“{words}”")
