"""Where things lie in this checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ASSETS = ROOT / "assets"
LAYOUTS = ROOT / "layouts"
