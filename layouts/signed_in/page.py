"""The page of who is signed in: as what, what they may do, and the way out."""

from collections.abc import Sequence
from html import escape

from dashboard.access.identity import Identity
from dashboard.access.tiers import ROLE_NAMES, ROLES, TIER_NAMES
from dashboard.imports.drafts import Draft
from dashboard.language.text import Lang, Text
from dashboard.reference.regions import name_of
from dashboard.web.routes.drafts import OWN
from layouts.document.document import Plain, plain_document
from layouts.signed_in import drafts, preparedness

_TITLE = Text("Inloggad", "Signed in")
_WHO, _AS, _ROLE = Text("Person", "Person"), Text("Nivå", "Tier"), Text("Roll", "Role")
_ROLES_ARE = Text(
    "Roller ges av den som driver webbplatsen, till en person i taget.",
    "Roles are given by whoever runs the site, to one person at a time.",
)


def layout(
    handed_in: Sequence[Draft], who: Identity, lang: Lang, told: Text | None, head: str
) -> str:
    """The document, with what is handed in; `told` is what became of what was just done."""
    role = next(role for role, acts in ROLES.items() if acts == who.acts)
    tier = TIER_NAMES[who.tier]
    if who.region:
        tier = Text("Region {}", "Region {}").format(name_of(who.region))
    lines = ((_WHO, who.person), (_AS, tier.in_(lang)), (_ROLE, ROLE_NAMES[role].in_(lang)))
    facts = "".join(f"<dt>{name.in_(lang)}</dt><dd>{escape(said)}</dd>" for name, said in lines)
    content = f'<h1>{_TITLE.in_(lang)}</h1><dl class="facts">{facts}</dl>'
    content += f'<p class="caption">{_ROLES_ARE.in_(lang)}</p>'
    content += drafts.section(handed_in, who, lang, told) + preparedness.link(who, lang)
    plain = Plain(OWN, _TITLE.in_(lang), f'<div class="prose">{content}</div>')
    return plain_document(plain, lang, head, who)
