"""The addresses of the pages in both languages: a link or a file needs no page."""

from dashboard.language.text import Text

OVERVIEW = Text("/", "/en/")
REGION = Text("/min-region", "/en/my-region")
COMPARE = Text("/jamfor", "/en/compare")
EFFECTS = Text("/effekter", "/en/effects")
TARGETS = Text("/malnivaer", "/en/targets")
SCENARIO = Text("/scenario", "/en/scenario")
DIALOGUE = Text("/dialog", "/en/dialogue")
QUALITY = Text("/data", "/en/data")
METHOD = Text("/metod", "/en/method")
SOURCES = Text("/kallor", "/en/sources")
USE = Text("/anvand", "/en/use")
API = Text("/api", "/en/api")
CHANGELOG = Text("/andringslogg", "/en/changelog")
EARLIER_CHANGES = Text("/andringslogg/tidigare", "/en/changelog/earlier")
ABOUT = Text("/om", "/en/about")
ACCESSIBILITY = Text("/tillganglighet", "/en/accessibility")
