"""The data of the page in Evidence, as files that its site is built from: `... FOLDER`."""

import json
import sys
from pathlib import Path

from content import SPAN, counties, months_frame

FOLDER = Path(sys.argv[1])

frame = months_frame()
frame = frame[frame["month"].isin(sorted(frame["month"].unique())[-SPAN:])]
# As a number the code of a region would lose its first digit, and a chart needs a day.
frame = frame.assign(region="R" + frame["region"], day=frame["month"] + "-01")
frame.to_csv(FOLDER / "sources" / "months" / "months.csv", index=False)

borders = counties()
for county in borders["features"]:
    county["properties"] = {**county["properties"], "code": f"R{county['id']}"}
(FOLDER / "static").mkdir(exist_ok=True)
(FOLDER / "static" / "counties.geojson").write_text(json.dumps(borders), encoding="utf-8")
