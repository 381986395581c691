"""The order of names in a language: å, ä and ö come last in Swedish, and are letters in English."""

import unicodedata

from dashboard.language.text import Lang

_LAST = str.maketrans("åäö", "{|}")


def in_order(name: str, lang: Lang) -> str:
    """What names are sorted by."""
    if lang == "sv":
        return name.lower().translate(_LAST)
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
