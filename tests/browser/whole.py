"""The app as it runs where there was no node to build a bundle with."""

from pathlib import Path

from dashboard.web import asset_bundling

asset_bundling.BUNDLES = Path("/nowhere")

from app import server  # noqa: E402, F401 - made after the bundles are gone
