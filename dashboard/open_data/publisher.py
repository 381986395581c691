"""Who runs the service, as catalogues are told."""

import re
from dataclasses import dataclass

_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The organisation and how to reach it; empty where it is not stated."""

    name: str
    contact: str

    @property
    def mail(self) -> str:
        """The contact where it is an e-mail address, else empty."""
        return self.contact if _MAIL.fullmatch(self.contact) else ""
