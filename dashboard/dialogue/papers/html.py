"""The pack as a page of its own, which needs nothing from anywhere."""

from collections.abc import Sequence
from html import escape

from dashboard.dialogue.pack import Pack, Plate, Question, Section
from dashboard.dialogue.papers import words
from dashboard.dialogue.papers.svg import svg
from dashboard.language.table import Grid

_STYLE = """
:root{color-scheme:light;--paper:#fbfaf6;--ink:#1c2126;--muted:#5b6670;--rule:#d9dbd7}
body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.5 Inter,system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:960px;margin:0 auto;padding:24px}
h1{font-size:30px;line-height:38px}h2{font-size:20px;line-height:26px;margin-top:44px;
border-top:1px solid var(--rule);padding-top:16px}h3{font-size:17px;margin-bottom:4px}
.muted,caption,figcaption{color:var(--muted);font-size:14px}.lead{font-size:18px}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;padding:4px 0}th,td{text-align:left;vertical-align:top;
padding:6px 12px 6px 0;border-bottom:1px solid var(--rule)}
th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:16px 0}svg{max-width:100%;height:auto;background:#fff}
:focus-visible{outline:3px solid #0b4f6c}
@media print{body{background:#fff;font-size:11pt}main{padding:0}h2{break-after:avoid}
figure,tr,li{break-inside:avoid}.scroll{overflow:visible}}
"""


def html(pack: Pack) -> bytes:
    """The page as UTF-8: headings in order, every table with its headers, every plot a table."""
    lang = pack.lang
    parts = [
        f"<h1>{escape(pack.title)}</h1>",
        f'<p class="muted">{escape(words.made_of(pack))} '
        f"{escape(words.NO_STATISTICS.in_(lang))}</p>",
        f"<p>{escape(pack.label)}</p>",
        _heading(words.IN_SHORT.in_(lang)),
        _list(pack.sentences, "lead"),
        _section(pack.key_figures),
        _heading(words.SINCE.in_(lang)),
        *(_section(one, level=3) for one in pack.changes),
        _heading(words.QUESTIONS.in_(lang)),
        _questions(pack),
        *map(_section, pack.kept),
        *(_plate(one, pack) for one in pack.plates),
        _heading(words.SOURCES.in_(lang)),
        _list(pack.sources),
    ]
    title = f"{escape(pack.title)} – {words.MAKER.in_(lang)}"
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><main>\n{chr(10).join(parts)}\n</main></body></html>\n"
    ).encode()


def _heading(title: str, level: int = 2) -> str:
    return f"<h{level}>{escape(title)}</h{level}>"


def _list(lines: Sequence[str], kind: str = "") -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="{kind}">{items}</ul>'


def _section(section: Section, level: int = 2) -> str:
    said = f"<p>{escape(section.sentence)}</p>" if section.sentence else ""
    table = _table(section.grid, section.title, section.row_name) if section.grid.rows else ""
    return f"{_heading(section.title, level)}{said}{table}"


def _table(grid: Grid, caption: str, row_name: str) -> str:
    named = [*([row_name] if row_name else []), *grid.heads]
    kinds = [' class="n"' if one else "" for one in words.number_columns(grid.rows)]
    heads = "".join(
        f'<th scope="col"{kind}>{escape(head)}</th>'
        for head, kind in zip(named, kinds, strict=True)
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td{kind}>{escape(cell)}</td>"
                  for cell, kind in zip(rest, kinds[1:], strict=True))
        + "</tr>"
        for first, *rest in grid.rows
    )  # fmt: skip
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _questions(pack: Pack) -> str:
    if not pack.questions:
        return f"<p>{escape(words.NO_QUESTION.in_(pack.lang))}</p>"
    return f"<ol>{''.join(map(_question, pack.questions))}</ol>"


def _question(question: Question) -> str:
    said, beside = escape(question.words), escape(words.beside(question))
    key = f"<code>{escape(question.key)}</code>"
    return f'<li><p>{said}<br><span class="muted">{beside} {key}</span></p></li>'


def _plate(plate: Plate, pack: Pack) -> str:
    drawn = svg(plate.plot, f"{plate.title}. {plate.sentence}", pack.lang, font="inherit")
    table = _table(plate.grid, f"{plate.title}. {plate.measure}", "")
    return (
        f"{_heading(plate.title)}<p>{escape(plate.measure)}. {escape(plate.sentence)}</p>"
        f"<figure>{drawn}<figcaption>{escape(plate.source)}</figcaption></figure>"
        f"<details><summary>{escape(words.FIGURES.in_(pack.lang))}</summary>{table}</details>"
    )
