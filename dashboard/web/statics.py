"""Style sheets of installed packages, served from here and from nowhere else."""

from importlib.util import find_spec
from pathlib import Path

from flask import Flask, Response, send_file

BOOTSTRAP = "/static/bootstrap.css"


def register_statics(server: Flask) -> None:
    """Serve Bootstrap's style sheet from the package that ships it."""
    spec = find_spec("flask_bootstrap")
    if spec is None or spec.origin is None:
        raise RuntimeError("The package Bootstrap-Flask is not installed. Run: make setup")
    sheet = Path(spec.origin).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css"

    @server.get(BOOTSTRAP)
    def bootstrap() -> Response:
        answer = send_file(sheet, mimetype="text/css", max_age=86_400, conditional=True)
        answer.cache_control.public = True
        return answer
