"""`python -m benchmarks.decks`: decks beside PptxGenJS, packs in time and memory, and touches.

`npm ci` in this folder first. Each is measured in processes of their own, in turns; the machine's
load is printed beside, as it is part of every number.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

from benchmarks.decks.same import slides_of
from dashboard.dialogue.pack_content import make_pack
from dashboard.dialogue.papers.pptx import pptx
from dashboard.releases.dataset import read_dataset
from dashboard.settings import settings_from_environment
from dashboard.view.view import default_view
from tests.servers import ROOT, Site, gunicorn
from tests.touches import touch

HERE = Path(__file__).parent
TIMES, DAY = 5, "2026-12-01"
_OURS = (
    "import sys; from pathlib import Path; from dashboard.dialogue.pack_content import make_pack;"
    "from dashboard.dialogue.papers.pptx import pptx;"
    "from dashboard.releases.dataset import read_dataset;"
    "from dashboard.settings import settings_from_environment;"
    "of = read_dataset(settings_from_environment().home);"
    f"Path(sys.argv[1]).write_bytes(pptx(make_pack(of, '22', 'sv', day='{DAY}')))"
)
_PACK = "import os; from dashboard.cli import main; raise SystemExit(main())"


def main() -> None:
    """Measure and print each line as it is known."""
    print(f"load of the machine before: {os.getloadavg()}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _decks(place)
        one = [_pack(place / f"one{i}", "22") for i in range(3)]
        print(f"five files of one region: {median(s for s, _ in one):.1f} s "
              f"({min(s for s, _ in one):.1f}-{max(s for s, _ in one):.1f}), "
              f"{max(m for _, m in one)} MB")  # fmt: skip
        seconds, megabytes = _pack(place / "all", "all")
        print(f"all 21 regions: {seconds:.1f} s, {megabytes} MB")
        _meanwhile(place)
    print(f"load of the machine after: {os.getloadavg()}")


def _decks(place: Path) -> None:
    dataset = read_dataset(settings_from_environment().home)
    pack = make_pack(dataset, "22", "sv", day=DAY)
    made, said = pptx(pack), place / "slides.json"
    said.write_text(slides_of(made, pack), encoding="utf-8")
    theirs, ours, alone = [], [], []
    for turn in range(TIMES):
        other = [f"{HERE}/deck.mjs", str(said), str(place / f"other{turn}.pptx")]
        theirs.append(_timed(["node", *other])[0])
        ours.append(_timed([sys.executable, "-c", _OURS, str(place / "own.pptx")])[0])
        began = time.perf_counter()
        pptx(pack)
        alone.append(time.perf_counter() - began)
    size = (place / "other0.pptx").stat().st_size
    print(f"PptxGenJS, process of its own: {median(theirs):.2f} s, {size} bytes")
    print(f"ours, process of its own with release and pack: {median(ours):.2f} s, "
          f"{len(made)} bytes; {median(ours) / median(theirs):.2f} x")  # fmt: skip
    print(f"ours, the deck alone in a process that runs: {median(alone):.2f} s")


def _pack(folder: Path, region: str) -> tuple[float, int]:
    asked = ["pack", "--region", region, "--since", "2026-03-12", "--to", str(folder)]
    return _timed([sys.executable, "-c", _PACK, *asked, "--format", "json"])


def _timed(command: list[str]) -> tuple[float, int]:
    """Seconds, and the most megabytes that any process measured so far held."""
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    took = time.perf_counter() - began
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def _meanwhile(place: Path) -> None:
    """p95 of touches of a server with two workers, quiet and while a page's packs are made."""
    home = settings_from_environment().home
    dataset = read_dataset(home)
    view = default_view(dataset)
    bodies: list[object] = [
        touch(dataset, region=code, indicator=view.indicator) for code in ("14", "01", "12")
    ]
    with gunicorn(home, place, VARDPLATS_WORKERS="2") as site:
        quiet = _p95(site, bodies, 6.0)
        busy: list[float] = []

        def packs() -> None:
            asked = ["--region", "01,12,14,22", "--to", str(place / "while")]
            nice = _PACK.replace("import os;", "import os; os.nice(10);")
            _timed([sys.executable, "-c", nice, "pack", *asked, "--format", "json"])

        thread = Thread(target=packs)
        thread.start()
        while thread.is_alive():
            busy += _taken(site, bodies, 1.0)
        thread.join()
    slow = quantiles(busy, n=20)[-1]
    print(f"touches, p95: quiet {1000 * quiet:.0f} ms, while packs are made {1000 * slow:.0f} ms, "
          f"{slow / quiet:.2f} x ({len(busy)} touches)")  # fmt: skip


def _p95(site: Site, bodies: list[object], seconds: float) -> float:
    return quantiles(_taken(site, bodies, seconds), n=20)[-1]


def _taken(site: Site, bodies: list[object], seconds: float) -> list[float]:
    """The seconds of each touch, one after another for so long."""
    found: list[float] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        answered = site.post("/_dash-update-component", bodies[len(found) % len(bodies)])
        found.append(time.perf_counter() - began)
        assert answered.status == 200, answered
    return found


if __name__ == "__main__":
    main()
