"""A region, the authority and the ministry sign in by a real provider and walk the whole way."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from app import create_app
from dashboard.access.reads import reads_of
from dashboard.access.register import make_token
from dashboard.imports.questions import AS_WRITTEN
from dashboard.releases.audit_trail import trail_of
from dashboard.settings import Settings
from tests.each import each
from tests.oidc.provider import Provider, provider
from tests.servers import PATIENCE
from tests.tiers_made import BO, CAI, MONTH, beds_of, file_of, number_of, person_of

SITE = "https://localhost"
ANNA, EVA = person_of("14"), person_of("12")
COUNTRY = (
    f"/files/regions.csv?flavour=machine&period={MONTH}&data=reported&indicator=available_beds"
)
OWN = f"/min-region?region=14&period={MONTH}&data=reported&indicator=available_beds"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with provider(tmp_path_factory.mktemp("oidc")) as running:
        yield running


@pytest.fixture
def server(real: Provider, place: Path, commands_here: None) -> Any:
    settings = Settings(
        home=place, imports=True, login="oidc", login_issuer=real.issuer, login_client="vardplats",
        login_key=real.keys["vardplats"], public_url=SITE, https=True, prewarm=False,
    )  # fmt: skip
    return create_app(settings).server


class Person:
    """A browser of somebody's, who signs in where a person is named."""

    def __init__(self, server: Any, real: Provider, person: str = "") -> None:
        self.client: FlaskClient = server.test_client()
        if person:
            away = self.get("/logga-in?to=/inloggad")
            back = urlsplit(real.signed_in(away.headers["Location"], person))
            assert self.get(f"{back.path}?{back.query}").headers["Location"] == "/inloggad"

    def get(self, path: str) -> Any:
        return self.client.get(path, base_url=SITE)

    def send(self, path: str, form_at: str = "/inloggad", **form: Any) -> Any:
        key = re.search(r'name="key" value="([^"]+)"', self.get(form_at).text)
        assert key
        return self.client.post(path, data={"key": key[1], **form}, base_url=SITE)

    def sees(self, code: str, path: str = OWN) -> bool:
        beds = f"{beds_of(code):,}".replace(",", "\N{NO-BREAK SPACE}")
        said = self.get(path).text
        return beds in said or f",{beds_of(code)}" in said


def test_from_sign_in_to_the_country_and_out_again(
    server: Any, real: Provider, place: Path
) -> None:
    nobody = Person(server, real)
    anna, eva, bo, cai = (Person(server, real, one) for one in (ANNA, EVA, BO, CAI))
    everybody = (anna, bo, cai, eva, nobody)

    def seen() -> list[bool]:
        return [one.sees("14") for one in everybody]

    # A region hands in its month, which asks something that it answers.
    file = file_of(place, "14").read_bytes()
    given = {"do": "keep", "source": "regions"}
    asked = anna.send("/importera", "/importera", **given, file=(io.BytesIO(file), "14.csv"))
    answers = {
        name: value
        for name, value in re.findall(r'name="(answer:[^"]+)" value="([^"]+)"', asked.text)
        if value in (AS_WRITTEN, "yes")
    }
    assert (asked.status_code, bool(answers)) == (422, True)
    assert seen() == [False] * 5
    kept = anna.send(
        "/importera", "/importera", **given, **answers, reason="rätt",
        file=(io.BytesIO(file), "14.csv"),
    )  # fmt: skip
    assert kept.status_code == 200
    # It sees its own page, marked; the authority as well, and nobody else.
    assert seen() == [True, True, False, False, False]
    assert "INTE PUBLICERAT" in anna.get(OWN).text
    draft = re.search(r'name="draft" value="([^"]+)"', anna.get("/inloggad").text)
    assert draft
    for other in each((eva, cai)):
        assert other.send("/inloggad/slapp", draft=draft[1]).status_code in (403, 404)
    assert anna.send("/inloggad/slapp", draft=draft[1]).status_code == 200
    assert seen() == [True, True, True, False, False]
    # Of the country the ministry sees what is released to it, and no sum that tells of others.
    assert cai.sees("14", COUNTRY)
    assert not nobody.sees("14", COUNTRY)

    assert anna.send("/inloggad/beredskap", closed="4321").status_code == 200
    assert [f"4{chr(160)}321" in one.get("/scenario?region=14").text for one in everybody] == [
        True, True, False, False, False,
    ]  # fmt: skip

    # A program of the region reads the same with a token, and of the others nothing.
    _, words = make_token(place, number_of("14"), "reader", 1, by="test")
    told = server.test_client().get(
        f"/api/v1/values{OWN[OWN.index('?') :]}",
        base_url=SITE,
        headers={"Authorization": f"Bearer {words}"},
    )
    assert str(beds_of("14")) in told.text

    assert bo.send("/inloggad/publicera", reason="januari").status_code == 200
    # A release is looked for now and then.
    until = monotonic() + PATIENCE
    while not all(seen()) and monotonic() < until:
        sleep(0.2)
    assert seen() == [True] * 5

    # Signed out nothing private is left: not on screen, in no store, by no way back.
    assert "no-store" in anna.get("/inloggad").headers["Cache-Control"]
    out = anna.send("/logga-ut")
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert anna.get("/inloggad").status_code == 303
    assert f"4{chr(160)}321" not in anna.get("/scenario?region=14").text

    steps = [(one.action, one.by) for one in trail_of(place).events if one.outcome == "done"]
    for step in each((
        ("sign-in", ANNA), ("import", ANNA), ("release", ANNA), ("preparedness loaded", ANNA),
        ("publish", BO), ("sign-out", ANNA),
    )):  # fmt: skip
        assert step in steps
    assert {ANNA, BO, CAI} <= {line["by"] for line in reads_of(place).lines}
