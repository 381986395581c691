"""Answers tagged by the release: 304 to whoever has them, and asked for again each time."""

from collections.abc import Callable
from hashlib import sha256

from flask import Response

from dashboard.api.declared import Ground
from dashboard.frozen import frozen
from dashboard.releases.dataset import Dataset
from dashboard.values.labels import UNPUBLISHED_IN_NAMES
from dashboard.web.protection.site_address import site_address


@frozen
class Tagged:
    """What every answer needs: the release, the name of the code, and the site's address."""

    ground: Callable[[], Ground]
    version: Callable[[], str]
    public_url: str

    @property
    def site(self) -> str:
        """The address of the site, without a slash at its end."""
        return site_address(self.public_url)

    def tagged(self, mimetype: str, follows: object = None) -> Response:
        """An empty answer tagged by the release and the plans, by the code that reads it, and by
        what else it `follows`.
        """
        answered = Response(content_type=mimetype)
        dataset = self.ground().dataset
        tag = f"{dataset.release}{dataset.plans.stamp}-{self.version()[:6]}"
        if follows is not None:
            tag += f"-{sha256(repr(follows).encode()).hexdigest()[:12]}"
        # Weak, as one tag stands for the content in each coding.
        answered.set_etag(tag, weak=True)
        answered.headers["Cache-Control"] = "no-cache"
        return answered


def mark_unpublished(answered: Response, dataset: Dataset, name: str) -> None:
    """Say in the name of a file that it holds what is not published."""
    if dataset.unpublished:
        named = f"{UNPUBLISHED_IN_NAMES}_{name}"
        answered.headers.set("Content-Disposition", "attachment", filename=named)
