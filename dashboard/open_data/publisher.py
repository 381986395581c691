"""Who runs the service, as catalogues are told."""

import re

from dashboard.frozen import frozen

_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


@frozen
class Publisher:
    """The organisation and how to reach it; empty where it is not stated."""

    name: str
    contact: str

    @property
    def mail(self) -> str:
        """The contact where it is an e-mail address, else empty."""
        return self.contact if _MAIL.fullmatch(self.contact) else ""
