"""Files of one release under an address of their own, which never change."""

import re
from collections.abc import Callable
from hashlib import sha256

from flask import Flask, Response, redirect, request

from dashboard.api.declared import Ground
from dashboard.api.problems import nothing_here
from dashboard.open_data import release_files
from dashboard.web.routes import problem
from dashboard.web.routes.tagged import Tagged, mark_unpublished

LATEST = "latest"
_NAME = re.compile(r"[0-9a-f]{6,16}", re.ASCII)
# A release may be withdrawn, and then is not to be read from a cache for long.
_DAY = 86_400


def register_release_files(
    server: Flask, ground: Callable[[], Ground], *, version: Callable[[], str], public_url: str = ""
) -> None:
    """Answer `/opendata/<release>/<name>`; `latest`, or a name cut short, leads to the release.

    Files have a strong tag and their length, and parts of them can be asked for (206). They are
    never compressed on the way. 404 for what there is not, 410 for a release that has been
    withdrawn, 503 without one.
    """
    tagged = Tagged(ground, version, public_url)

    def file(release: str, name: str) -> Response:
        if release != LATEST and not _NAME.fullmatch(release):
            return problem.problem(nothing_here(release, (LATEST, ground().dataset.release)))
        held = ground()
        own = held.dataset.release
        if release != LATEST and not own.startswith(release):
            return problem.problem(nothing_here(release, (LATEST, own)))
        known = release_files.files(held.dataset)
        if name not in known:
            return problem.problem(nothing_here(name, tuple(known)))
        if release != own:
            away: Response = redirect(f"/opendata/{own}/{name}", 302)  # type: ignore[assignment]
            away.headers["Cache-Control"] = "no-cache"
            return _readable_elsewhere(away)
        content = release_files.content((held.dataset, held.home), tagged.site, name)
        answered = _readable_elsewhere(_lasting(content, known[name].mimetype))
        mark_unpublished(answered, held.dataset, name)
        return answered

    server.add_url_rule("/opendata/<release>/<name>", "release-file", file)


def _lasting(content: bytes, mimetype: str) -> Response:
    # Parts are of the file as it is, so it is asked for as it is: nothing puts it into a coding.
    request.environ["HTTP_ACCEPT_ENCODING"] = "identity"
    answered = Response(content, content_type=mimetype)
    answered.set_etag(sha256(content).hexdigest()[:32])
    answered.cache_control.public = True
    answered.cache_control.max_age = _DAY
    answered.cache_control.immutable = True
    answered.cache_control.no_transform = True
    answered.make_conditional(request, accept_ranges=True, complete_length=len(content))
    return answered


def _readable_elsewhere(answered: Response) -> Response:
    """Scripts of any site may read, also in parts."""
    answered.headers["Access-Control-Allow-Origin"] = "*"
    answered.headers["Access-Control-Expose-Headers"] = (
        "Accept-Ranges, Content-Length, Content-Range, ETag"
    )
    return answered
