"""How often somebody may send something: few times for each, and not too often for all."""

from collections.abc import Callable
from functools import cache
from ipaddress import ip_address, ip_network
from typing import Any

from flask import request

from dashboard.feedback.sending_limits import is_too_often
from dashboard.settings import Settings

# What one visitor may ask of the tables, as their configuration says.
CALLS, SECONDS = 600, 10

# What one visitor may have made of papers for a meeting: half an hour's work, and no machine's.
PAPERS, PAPER_SECONDS = 40, 600
# Sign-ins that one visitor may begin; a whole office may share an address.
SIGN_INS, SIGN_IN_SECONDS = 120, 600

# Counts a thing sent, and says whether it came too often.
TooOften = Callable[[], bool]


def limits(settings: Settings) -> TooOften:
    """Counts a report that this request's visitor sends; true where it is too often.

    All workers and instances that keep reports in the same folder count together, whatever else
    they share.
    """
    return lambda: is_too_often(settings.home, visitor())


def of_tables() -> TooOften:
    """Counts a call of this request's visitor; true where there are too many within the window.

    Each process counts for itself: a call is answered in less time than others are asked.
    """
    return _in_window("vardplats-tables", CALLS, SECONDS)


def of_papers() -> TooOften:
    """Counts papers that this request's visitor asks for; true where they are too many.

    Each process counts for itself.
    """
    return _in_window("vardplats-papers", PAPERS, PAPER_SECONDS)


def of_sign_ins() -> TooOften:
    """Counts sign-ins that this request's visitor begins; true where they are too many.

    Each process counts for itself.
    """
    return _in_window("vardplats-sign-ins", SIGN_INS, SIGN_IN_SECONDS)


def _in_window(what: str, most: int, seconds: int) -> TooOften:
    window = cache(_window)

    def is_too_often() -> bool:
        from limits import RateLimitItemPerSecond

        limit = RateLimitItemPerSecond(most, seconds)
        return not window().hit(limit, what, visitor())

    return is_too_often


def _window() -> Any:
    from limits.storage import MemoryStorage
    from limits.strategies import FixedWindowRateLimiter

    return FixedWindowRateLimiter(MemoryStorage())


def visitor() -> str:
    """Who asks: an address, or of version 6 its first 64 bits, of which a household has all.

    What a stranger says of addresses has been dropped by then (`forwarded`).
    """
    try:
        found = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    return str(ip_network((found, 64), strict=False) if found.version == 6 else found)
