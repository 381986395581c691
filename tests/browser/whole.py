"""The app as it runs where there was no node to build a bundle with."""

from pathlib import Path

from dashboard.web import joined

joined.BUNDLES = Path("/nowhere")

from app import server  # noqa: E402, F401 - made after the bundles are gone
