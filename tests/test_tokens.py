"""The colours: one name for each in charts and styles, and what is read can be read."""

import re
from pathlib import Path

import pytest

from dashboard.figures import theme
from dashboard.figures.sparkline import sparkline

ROOT = Path(__file__).resolve().parents[1]
TOKENS = (ROOT / "assets" / "00_tokens.css").read_text(encoding="utf-8")
HEX = re.compile(r"#[0-9a-f]{6}\b")


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", css))


_light, _dark = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
LIGHT = tokens(_light)
DARK = LIGHT | tokens(_dark)
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])

# Every token named and every colour written in the code that draws, wherever it stands.
DRAWING = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for file in (ROOT / "dashboard").rglob("*.py")
    if file.parent.name == "figures" or file.stem.endswith("picture")
}
STYLES = "".join(
    file.read_text(encoding="utf-8") for file in sorted((ROOT / "assets").glob("*.css"))
)
GROUNDS = ("paper", "surface", "notice")


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


def test_charts_and_styles_say_the_same_light_colours() -> None:
    assert {name: LIGHT[name] for name in theme.LIGHT} == theme.LIGHT


def test_every_colour_of_the_charts_has_another_one_on_a_dark_screen() -> None:
    assert [name for name, colour in theme.LIGHT.items() if DARK[name] == colour] == []


def test_charts_name_tokens_and_no_colour() -> None:
    assert len(DRAWING) > 40
    written = {name: HEX.findall(code) for name, code in DRAWING.items()}
    assert written.pop("dashboard/figures/theme.py")
    assert [name for name, colours in written.items() if colours] == []


def test_a_token_is_a_name_that_there_is() -> None:
    assert theme.token("accent") == "var(--accent)"
    with pytest.raises(KeyError):
        theme.token("acent")


def test_words_for_paper_have_real_colours() -> None:
    words = f'<b style="color:{theme.SELECTED}">{theme.SEQUENCE[1]}</b>'
    assert theme.in_light(words) == '<b style="color:#b3470c">#b7ccd6</b>'


def test_styles_do_not_paint_over_what_plotly_wrote() -> None:
    assert not re.search(r"style\*=|data-index", STYLES)


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
