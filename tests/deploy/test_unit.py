"""The unit for systemd, as systemd's own linter reads it."""

import re
import subprocess
from pathlib import Path

from dashboard.cli.server import command
from dashboard.paths import ROOT
from dashboard.settings import PREFIX, Settings
from tests.servers import program

UNIT = ROOT / "deploy" / "vardplats.service"


def verified(folder: Path, text: str) -> str:
    """What systemd-analyze says of a unit; what is not on this machine is put in its place."""
    for what, instead in {
        r"/srv/vardplats/\.venv/bin/vardplats": "/bin/true", r"^(User|Group|Documentation)=.*$": "",
    }.items():  # fmt: skip
        text = re.sub(what, instead, text, flags=re.MULTILINE)
    path = folder / "vardplats.service"
    path.write_text(text)
    asked = [program("systemd-analyze"), "verify", "--man=no", str(path)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    own = [line for line in done.stderr.splitlines() if "vardplats.service" in line]
    return "\n".join(own) or ("" if done.returncode == 0 else done.stderr)


def test_the_linter_of_systemd_has_nothing_to_say(tmp_path: Path) -> None:
    text = UNIT.read_text(encoding="utf-8")
    assert verified(tmp_path, text) == ""
    # It can refuse at all.
    assert "Restarts" in verified(tmp_path, text.replace("Restart=", "Restarts="))


def test_the_unit_sets_what_there_is_to_set_and_waits_for_what_is_under_way() -> None:
    text = UNIT.read_text(encoding="utf-8")
    named = set(re.findall(rf"{PREFIX}(\w+)=", text))
    assert named == {"HOME", "LOGS"}
    assert named <= {name.upper() for name in Settings.model_fields}
    stop = re.search(r"TimeoutStopSec=(\d+)", text)
    options = command(Settings(), "127.0.0.1", 8050)
    assert stop is not None
    assert int(stop[1]) > int(options[options.index("--graceful-timeout") + 1])
