"""The document around the pages: head, header, footer, readable before any script has run."""

from html import escape
from urllib.parse import urlencode

from dashboard.access.identity import NOBODY, Identity
from dashboard.frozen import frozen
from dashboard.language.text import Lang, Text
from dashboard.open_data.feed import ADDRESS as FEED
from dashboard.view.addresses import SOURCES
from layouts.document import signed_in
from layouts.document.pages import PAGES
from layouts.page.page import Page
from layouts.parts.feedback_form import report_form

NAME = Text("Vårdplatsläget", "Bed Capacity Sweden")
_SKIP = Text("Hoppa till innehållet", "Skip to content")
_PAGES = Text("Sidor", "Pages")
_ABOUT = Text("Om webbplatsen", "About this site")
_OTHER = Text("English", "Svenska")
_NO_SCRIPT = Text(
    "Sidan behöver JavaScript för diagrammen. Siffrorna finns också som filer:",
    "The page needs JavaScript for its charts. The figures are also available as files:",
)
_DESCRIPTION = Text(
    "Hur det står till med vårdplatserna i Sveriges 21 regioner, från publicerade siffror.",
    "How it stands with hospital beds in Sweden's 21 regions, from published figures.",
)
_FEED = Text("Ändringslogg", "Change log")
_FOOT = Text(
    f'<a href="{SOURCES.sv}">Källor:</a> Kolada (RKA), SKR, Socialstyrelsen, Regeringen.',
    f'<a href="{SOURCES.en}">Sources:</a> Kolada (RKA), SKR, Socialstyrelsen, the Government.',
)

DATABASE_AWAY = Text(
    "Databasen svarar inte just nu. Den utgåva som hämtades senast visas, och allt går att läsa "
    "som vanligt.",
    "The database does not answer just now. The release fetched last is shown, and everything "
    "can be read as usual.",
)
FOLDER_AMISS = Text(
    "Datautgåvan på disken kan inte läsas just nu. Den utgåva som lästes senast visas, och allt "
    "går att läsa som vanligt.",
    "The data release on disk cannot be read just now. The release read last is shown, and "
    "everything can be read as usual.",
)
_FAILED = Text(
    "Siffrorna kunde inte hämtas. Det som hämtades senast står kvar på sidan, och ditt val är inte "
    "utfört. Kontrollera anslutningen och försök igen.",
    "The figures could not be fetched. What was fetched last still stands on the page, and your "
    "choice has not been carried out. Check the connection and try again.",
)
_AGAIN = Text("Försök igen", "Try again")


def document(
    page: Page,
    lang: Lang,
    query: dict[str, str],
    pieces: dict[str, str],
    *,
    away: Text | None = None,
    who: Identity = NOBODY,
    signs_in: bool = False,
) -> str:
    """A page as it is seen before any script has run.

    `pieces` are its parts (`css`, `main`, `scripts`) as HTML, and the name of the
    `release`. `away` says why the release seen last is shown, whatever there is by now,
    `signs_in` that there is somewhere to sign in.
    """
    title = f"{page.title.in_(lang)} – {NAME.in_(lang)}"
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(_DESCRIPTION.in_(lang))}">
<title>{escape(title)}</title>
<link rel="alternate" hreflang="sv" href="{page.path.sv}">
<link rel="alternate" hreflang="en" href="{page.path.en}">
<link rel="alternate" type="application/atom+xml" href="{FEED.in_(lang)}" title="{_FEED.in_(lang)}">
{pieces["css"]}
{_WITHOUT}
</head>
<body data-lang="{lang}"{_recalls(page)}>
<a class="skip" href="#content">{_SKIP.in_(lang)}</a>
{_header(page, lang, query)}{signed_in.bar(who, lang)}{_away(away, lang) if away else ""}
<main id="content" tabindex="-1">{pieces["main"]}</main>
<noscript><p class="notice column">{_NO_SCRIPT.in_(lang)}
<a href="/files/regions.csv?lang={lang}">CSV</a></p></noscript>
{_footer(page, lang, signs_in=signs_in and not who.is_known)}
{_failure(lang)}
{report_form(lang, pieces["release"])}
{_HATCH}
{pieces["scripts"]}
</body>
</html>"""


def _recalls(page: Page) -> str:
    """Whether a script opens the page at the region that this browser looked at last."""
    return " data-recalls-region" if page.interactive and page.interactive.recalls_region else ""


def _header(page: Page, lang: Lang, query: dict[str, str]) -> str:
    links = "".join(_link(one, page, lang) for one in PAGES if one.place == "header")
    other: Lang = "sv" if lang == "en" else "en"
    tail = f"?{escape(urlencode(query))}" if query else ""
    return _head(links, lang, (other, f"{page.path.in_(other)}{tail}"))


def _head(links: str, lang: Lang, other: tuple[Lang, str]) -> str:
    return f"""<header class="head"><div class="column">
<a class="name" href="{PAGES[0].path.in_(lang)}">{NAME.in_(lang)}</a>
<nav aria-label="{_PAGES.in_(lang)}"><ul>{links}</ul></nav>
<a class="language" data-keeps-query lang="{other[0]}" hreflang="{other[0]}"
 href="{other[1]}">{_OTHER.in_(lang)}</a>
</div></header>"""


def _footer(page: Page | None, lang: Lang, *, signs_in: bool = False) -> str:
    links = "".join(_link(one, page, lang) for one in PAGES if one.place == "footer")
    links += signed_in.link(lang, page.path.in_(lang)) if signs_in and page else ""
    return f"""<footer class="foot"><div class="column">
<nav aria-label="{_ABOUT.in_(lang)}"><ul>{links}</ul></nav>
<p>{_FOOT.in_(lang)}</p><p class="printed-address" aria-hidden="true"></p>
</div></footer>"""


def _away(words: Text, lang: Lang) -> str:
    return f"""
<div class="notice away" role="status"><p class="column">{words.in_(lang)}</p></div>"""


def _failure(lang: Lang) -> str:
    """What a script shows when an answer does not come; heard as soon as it is shown."""
    return f"""<div id="failure" role="alert"><div class="column" hidden>
<p>{_FAILED.in_(lang)}</p><button type="button">{_AGAIN.in_(lang)}</button>
</div></div>"""


def _link(page: Page, here: Page | None, lang: Lang) -> str:
    current = ' aria-current="page"' if page is here else ""
    return f'<li><a href="{page.path.in_(lang)}"{current}>{escape(page.title.in_(lang))}</a></li>'


# Without scripts there are tiles for the map, and nothing that only a script can press.
_WITHOUT = """<noscript><style>
.graph, .bar, .switch, .hint, .table-of-figure, [data-picture], [data-report] {
  display: none !important;
}
.tiles { display: grid !important; }</style></noscript>"""

# The pattern that regions without a value are filled with, on the map and in its key.
_HATCH = """<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"></rect>
<line class="hatch-line" x1="0" y1="0" x2="0" y2="6"></line></pattern></defs></svg>"""


@frozen
class Plain:
    """A page without scripts inside the house's header and footer: addresses, title, content."""

    path: Text
    title: str
    main: str


def plain_document(page: Plain, lang: Lang, head: str, who: Identity = NOBODY) -> str:
    """The document of a plain page; its content is HTML, its title is not. `head`: icon, style."""
    other: Lang = "sv" if lang == "en" else "en"
    links = "".join(_link(one, None, lang) for one in PAGES if one.place == "header")
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)} – {NAME.in_(lang)}</title>
{head}</head>
<body data-lang="{lang}">
<a class="skip" href="#content">{_SKIP.in_(lang)}</a>
{_head(links, lang, (other, page.path.in_(other)))}{signed_in.bar(who, lang)}
<main id="content" class="column" tabindex="-1">{page.main}</main>
{_footer(None, lang)}
</body></html>"""


def plain_page(
    title: Text, words: Text, lang: Lang, head: str, link: tuple[str, Text] | None = None
) -> str:
    """A page without any script or data, for what cannot be shown; `head` is icon and style.

    `link` is an address that the words lead to, with what it is called.
    """
    home = PAGES[0]
    way = f'<p><a href="{escape(link[0])}">{escape(link[1].in_(lang))}</a></p>' if link else ""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title.in_(lang))} – {NAME.in_(lang)}</title>
{head}</head>
<body class="plain"><main class="column"><h1>{escape(title.in_(lang))}</h1>
<p>{escape(words.in_(lang))}</p>{way}
<p><a href="{home.path.in_(lang)}">{escape(home.title.in_(lang))}</a></p></main></body></html>"""
