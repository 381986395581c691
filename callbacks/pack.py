"""What is made ahead of a start: `python -m callbacks.pack`.

All that browsers load is packed as small as it goes, and what pages hold as they open is computed
and kept beside the release.
"""

from callbacks.opening import keep
from dashboard.releases.repository import ReleaseError
from dashboard.settings import settings_from_environment
from dashboard.web.asset_bundling import gathered
from dashboard.web.routes.static_files import pack

if __name__ == "__main__":
    pack(gathered())
    try:
        keep(settings_from_environment())
    except ReleaseError as error:
        print(f"What pages hold as they open is not kept: {error}")
