"""The colours: one name for each in charts and styles, and what is read can be read."""

import re
from pathlib import Path

import pytest

from dashboard.figures import theme
from dashboard.figures.sparkline import sparkline

ROOT = Path(__file__).resolve().parents[1]
TOKENS = (ROOT / "assets" / "00_tokens.css").read_text(encoding="utf-8")
CHARTS = (ROOT / "assets" / "12_charts.css").read_text(encoding="utf-8")
HEX = re.compile(r"#[0-9a-f]{6}\b")


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", css))


_light, _dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
LIGHT = tokens(_light)
DARK = LIGHT | tokens(_dark)
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])

# Every colour written in the code that draws, wherever it stands.
DRAWN = sorted(
    {
        colour
        for room in ("figures", "pictures")
        for file in (ROOT / "dashboard" / room).glob("*.py")
        for colour in HEX.findall(file.read_text(encoding="utf-8"))
    }
)
GROUNDS = ("paper", "surface", "notice")
# Ink but for one digit, so that a narrow screen can hide the words of events.
TWINS = {theme.EVENT: theme.INK}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, definition)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_knows_black_on_white_and_a_grey() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", DRAWN)
def test_a_colour_of_the_charts_is_a_token(colour: str) -> None:
    assert TWINS.get(colour, colour) in LIGHT.values()


@pytest.mark.parametrize("colour", DRAWN)
def test_a_colour_of_the_charts_gives_way_to_its_token_on_a_dark_screen(colour: str) -> None:
    names = [n for n, value in LIGHT.items() if value == TWINS.get(colour, colour)]
    changing = [n for n in names if DARK[n] != LIGHT[n]]
    assert changing, f"{colour} has no dark token"
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    painted = re.escape(f"rgb({red}, {green}, {blue})")
    rules = re.findall(rf'style\*="(?:fill|stroke): {painted}"[^\n]*var\(--([a-z0-9-]+)\)', CHARTS)
    assert set(rules) & set(changing), f"{colour} has no rule in 12_charts.css"


def test_sparklines_state_no_colour_of_their_own() -> None:
    assert not re.search("#|rgb|fill|stroke", sparkline([1.0, 2.0, 1.5]))


@SCHEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [(text, ground) for text in ("ink", "muted", "accent") for ground in GROUNDS]
    + [("selected", "paper"), ("selected", "surface")],
)
def test_text_can_be_read(scheme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@SCHEMES
def test_words_on_the_accent_can_be_read(scheme: dict[str, str]) -> None:
    assert contrast(scheme["on-accent"], scheme["accent"]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("steps", [theme.SEQUENCE, theme.DIVERGING], ids=["sequence", "diverging"])
def test_values_on_the_map_and_the_tiles_can_be_read(
    scheme: dict[str, str], steps: tuple[str, ...]
) -> None:
    kind = "seq" if steps is theme.SEQUENCE else "div"
    for place, step in enumerate(steps, 1):
        words = "paper" if theme.text_on(step) == theme.PAPER else "ink"
        assert contrast(scheme[words], scheme[f"{kind}-{place}"]) >= 4.5, (kind, place)
    for ground in ("missing", "plain"):
        assert contrast(scheme["ink"], scheme[ground]) >= 4.5


@SCHEMES
@pytest.mark.parametrize("mark", ["accent", "selected", "ink", "edge"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_edges_of_controls_marks_and_focus_can_be_seen(
    scheme: dict[str, str], mark: str, ground: str
) -> None:
    assert contrast(scheme[mark], scheme[ground]) >= 3


@SCHEMES
def test_the_steps_of_a_scale_go_one_way(scheme: dict[str, str]) -> None:
    steps = [luminance(scheme[f"seq-{i}"]) for i in range(1, 6)]
    assert steps in (sorted(steps), sorted(steps, reverse=True))
    ends, middles = ("div-1", "div-6"), ("div-3", "div-4")
    paper = luminance(scheme["paper"])
    far = min(abs(luminance(scheme[one]) - paper) for one in ends)
    near = max(abs(luminance(scheme[one]) - paper) for one in middles)
    assert far > near
