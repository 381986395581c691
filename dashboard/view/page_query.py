"""The query of a page's address: what it answers to, and what says where a reader came from."""

import re
from dataclasses import fields
from urllib.parse import parse_qsl, urlencode

from dashboard.view.view import View

_KNOWN = frozenset(field.name for field in fields(View))
# What letters, advertisements and social media add to the addresses that they lead to.
_CAMPAIGN = re.compile(r"(utm_\w{1,40}|fbclid|gclid|dclid|msclkid|mc_[ce]id|_ga|_gl)", re.ASCII)


def without_campaign(query: str) -> str:
    """The query without what only tells where a reader came from; otherwise as it was written."""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _CAMPAIGN.fullmatch(key)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def is_of_view(query: str) -> bool:
    """Whether every key is one that a view has, so that there are only so many answers."""
    return all(key in _KNOWN for key, _ in parse_qsl(query, keep_blank_values=True))
