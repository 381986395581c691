"""Rules of addresses whose start costs little."""

from collections.abc import Callable
from functools import cache
from typing import Any

from werkzeug.routing import Rule


class LateRule(Rule):
    """A rule for which the function that writes an address is made when one is written.

    Werkzeug writes and compiles two of them for each rule, and here hardly any is ever called.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        @cache
        def made() -> Any:
            return Rule._compile_builder(self, append_unknown)

        return lambda _, **values: made()(self, **values)
