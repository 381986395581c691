"""Packs all that browsers load as small as it goes: `python -m callbacks.pack`."""

from dashboard.web.asset_bundling import gathered
from dashboard.web.routes.static_files import pack

if __name__ == "__main__":
    pack(gathered())
