"""What stands above a page for who is signed in, and the link by which one signs in."""

from html import escape

from dashboard.access.identity import Identity
from dashboard.access.tiers import TIER_NAMES
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of

SIGN_IN = Text("/logga-in", "/en/sign-in")
SIGN_OUT = Text("/logga-ut", "/en/sign-out")
_AS = Text("Inloggad som {} ({})", "Signed in as {} ({})")
_REGION = Text("Region {}", "Region {}")
_OUT = Text("Logga ut", "Sign out")
_IN = Text("Logga in", "Sign in")
_WHO = Text("Inloggning", "Sign-in")


def bar(who: Identity, lang: Lang) -> str:
    """Who is signed in, and the way out; nothing for the public."""
    if not who.is_known:
        return ""
    words = escape(_AS.in_(lang).format(who.person, _organisation(who).in_(lang)))
    out = (
        f'<form method="post" action="{SIGN_OUT.in_(lang)}">'
        f'<input type="hidden" name="key" value="{escape(who.key)}">'
        f'<button type="submit">{_OUT.in_(lang)}</button></form>'
        if who.way == "session"
        else ""
    )
    return (
        f'\n<section class="signed-in" aria-label="{_WHO.in_(lang)}"><div class="column">'
        f"<p>{words}</p>{out}</div></section>"
    )


def link(lang: Lang, path: str) -> str:
    """The link to sign in, and back to a path after."""
    return f'<li><a href="{SIGN_IN.in_(lang)}?to={escape(path)}">{_IN.in_(lang)}</a></li>'


def _organisation(who: Identity) -> Text:
    if who.tier == "region":
        return _REGION.format(name_of(who.region))
    return TIER_NAMES[who.tier]
