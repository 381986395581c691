#!/bin/bash
# python-calamine 0.9.1: #N/A, and a formula that nobody has computed, are read as an empty text.
#
# A workbook that a script wrote (openpyxl leaves formulas without a value until Excel has been
# there) and one with an error in a cell give '' where there is something: the same answer as an
# empty cell. Seen: [['', '', '', 7.0]] for #N/A, =3+4, an empty cell and 7. A sum of such a column
# is too small, and nothing tells.
# Empty formulas are asked about in github.com/dimastbk/python-calamine issue 107, open since 2024.
# On our side a workbook's own XML is asked which cells those are, and an import with one is
# refused by cell (dashboard/spreadsheets/workbook_reader.py, decision 0044).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install python-calamine==0.9.1 openpyxl==3.1.5
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
sheet = book.active
sheet["A1"], sheet["B1"], sheet["D1"] = "#N/A", "=3+4", 7
assert (sheet["A1"].data_type, sheet["B1"].data_type) == ("e", "f")
book.save("beds.xlsx")
read = CalamineWorkbook.from_path("beds.xlsx").get_sheet_by_index(0).to_python()
print(read)
assert read == [["", "", "", 7.0]]
PY
echo "as described"
