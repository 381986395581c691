"""The addresses of the pages, in both languages: a link needs no page."""

from dashboard.language.text import Text

OVERVIEW = Text("/", "/en/")
REGION = Text("/min-region", "/en/my-region")
METHOD = Text("/metod", "/en/method")
