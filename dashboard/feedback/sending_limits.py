"""How often reports may be sent, counted beside them, so that all workers and instances agree."""

import fcntl
import hmac
import json
import secrets
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any

from dashboard.feedback.reports import FOLDER

OF_ONE, OF_ONE_SECONDS = 5, 600
OF_ALL, OF_ALL_SECONDS = 100, 3600
_FILE = ".sent"
_KEY_SECONDS = 86_400


def is_too_often(home: Path, who: str, now: float | None = None) -> bool:
    """Count what `who` sends at `now` (seconds); true where one, or all, have sent too much.

    `who` is kept for an hour as a hash with a key that is thrown away each day. A refusal is not
    counted. A clock set back lets nobody send more.

    Raises:
        OSError: the folder of reports cannot be written.
    """
    folder, moment = home / FOLDER, time() if now is None else now
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / _FILE).open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        told = _told(file.read(), moment)
        name = hmac.new(bytes.fromhex(told["key"]), who.encode(), sha256).hexdigest()[:16]
        sent = [one for one in told["sent"] if moment - one[0] < OF_ALL_SECONDS]
        own = [one for one in sent if one[1] == name and moment - one[0] < OF_ONE_SECONDS]
        refused = len(own) >= OF_ONE or len(sent) >= OF_ALL
        if not refused:
            sent.append([moment, name])
        (folder / _FILE).chmod(0o600)
        file.truncate(0)
        file.write(json.dumps({**told, "sent": sent}).encode())
    return refused


def _told(content: bytes, now: float) -> dict[str, Any]:
    """What stands in the file; a new one where it was cut short, or its key is of another day."""
    try:
        told = json.loads(content)
        whole = isinstance(told["key"], str) and all(len(one) == 2 for one in told["sent"])
        if whole and abs(now - told["made"]) < _KEY_SECONDS:
            return {name: told[name] for name in ("key", "made", "sent")}
        # Whoever sent before is somebody else to the new key, but counts among all.
        sent = told["sent"] if whole else []
    except (KeyError, TypeError, ValueError):
        sent = []
    return {"key": secrets.token_hex(16), "made": now, "sent": sent}
