"""How months are called and numbers written in both languages, as the locales of Unicode have it.

Babel holds them for all languages, and takes 5 MB and 30 ms of each start; the tests hold these to
its `sv_SE` and `en_GB`.
"""

from dashboard.language.text import Lang

MONTHS: dict[Lang, tuple[str, ...]] = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
# Without the point of Swedish ones.
SHORT_MONTHS: dict[Lang, tuple[str, ...]] = {
    "sv": (
        "jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
    ),
    "en": (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
    ),
}  # fmt: skip
# The signs between thousands, and before decimals.
GROUP: dict[Lang, str] = {"sv": "\N{NO-BREAK SPACE}", "en": ","}
DECIMAL: dict[Lang, str] = {"sv": ",", "en": "."}
