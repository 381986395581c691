"""What a browser holds of the view, told as what of it is another than before."""

from typing import Any


def told(old: dict[str, str], new: dict[str, str]) -> dict[str, Any]:
    """What of the state is another; of its link, where it has the same names, these by name."""
    found: dict[str, Any] = {name: value for name, value in new.items() if value != old.get(name)}
    if "link" in found and "link" in old:
        before, after = _by_name(old["link"]), _by_name(new["link"])
        if list(before) == list(after):
            found["link"] = {name: one for name, one in after.items() if one != before[name]}
    return found


def _by_name(link: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in link.split("&"))
