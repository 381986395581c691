#!/bin/bash
# pyaxis 0.4.3: of several notes the last is kept, and one of two marks for "missing" is a text.
#
# A PX file may have NOTE as often as it has notes, and publishers do. The reader keeps them in a
# dict by keyword: seen, "Uppgifterna för 2025 är preliminära" is gone without a word and a footnote
# on wards is what is left (a todo in the first lines of its source says so). A long note that the
# file breaks over lines comes as a list of pieces.
# Of the marks in the data ".." becomes NaN, "." an empty text and "..." stays with its quotes, so
# that the column is text: astype(float) raises.
# On our side a file has one NOTEX and one NOTE with every caveat in it (dashboard/pxweb/px_file.py),
# and docs/addresses.md tells to read the column by pandas.to_numeric(..., errors="coerce").
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install pyaxis==0.4.3 pandas==3.1.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from pathlib import Path
from pyaxis import pyaxis

Path("beds.px").write_text('''CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="utf-8";
LANGUAGE="sv";
DECIMALS="1";
MATRIX="BEDS";
SUBJECT-CODE="B";
SUBJECT-AREA="Vårdplatser";
TITLE="Beläggning efter region och månad";
CONTENTS="Beläggning";
UNITS="procent";
STUB="region";
HEADING="månad";
VALUES("region")="Stockholm","Gotland";
VALUES("månad")="september","oktober";
NOTE="Uppgifterna för 2025 är preliminära.";
NOTE="Vårdplatser räknas "
"klockan sex.";
DATA=
101.5 ".."
"." "...";
''', encoding="utf-8")
read = pyaxis.parse("beds.px", encoding="utf-8")
print(read["METADATA"]["NOTE"], read["DATA"]["DATA"].tolist())
assert read["METADATA"]["NOTE"] == ["Vårdplatser räknas", "klockan sex."]
cells = read["DATA"]["DATA"].tolist()
assert cells[0] == "101.5" and cells[1] != cells[1] and cells[2:] == ["", '"..."']
PY
echo "as described"
