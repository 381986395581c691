"""Sign-ins at a real provider: the way through, and every way in which one is not believed."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from dashboard.access.oidc import Client, Signed, SignIn
from dashboard.access.oidc_provider import NotSignedIn
from tests.oidc.provider import BACK, Provider, provider
from tests.servers import PATIENCE

ANNA = "anna@232100-0131"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with provider(tmp_path_factory.mktemp("oidc")) as running:
        yield running


def _at(real: Provider, client: str = "vardplats", key: Path | None = None) -> Client:
    return Client(real.issuer, client, key or real.keys[client], BACK)


def _way(real: Provider, sign_in: SignIn) -> tuple[dict[str, str], str]:
    address, pending = sign_in.begin()
    return pending, urlsplit(real.signed_in(address, ANNA)).query


def _later(**apart: int) -> Any:
    return lambda: datetime.now(UTC) + timedelta(**apart)


def test_who_signs_in_is_told_by_signed_user_info(real: Provider) -> None:
    sign_in = SignIn(_at(real))
    pending, query = _way(real, sign_in)
    assert sign_in.finish(pending, query) == Signed("232100-0131", ANNA)


def test_what_is_asked_of_the_provider_is_what_the_profile_says(real: Provider) -> None:
    address, pending = SignIn(_at(real)).begin()
    asked = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert asked["state"] == pending["state"]
    assert asked["nonce"] == pending["nonce"]
    assert pending["code_verifier"] not in address
    # 128 bits or more, of letters and digits.
    assert min(len(pending["state"]), len(pending["nonce"])) * 5.9 >= 128


def test_the_provider_takes_a_code_once(real: Provider) -> None:
    sign_in = SignIn(_at(real))
    pending, query = _way(real, sign_in)
    sign_in.finish(pending, query)
    with pytest.raises(NotSignedIn, match="gave no token"):
        sign_in.finish(pending, query)


@pytest.mark.parametrize("part", ["state", "nonce", "code_verifier"])
def test_an_answer_to_another_sign_in_is_not_believed(real: Provider, part: str) -> None:
    sign_in = SignIn(_at(real))
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn):
        sign_in.finish({**pending, part: "x" * 48}, query)


def test_another_issuer_is_not_believed(real: Provider) -> None:
    elsewhere = real.issuer.replace("127.0.0.1", "localhost")
    with pytest.raises(NotSignedIn, match="another issuer"):
        SignIn(Client(elsewhere, "vardplats", real.keys["vardplats"], BACK)).begin()
    sign_in = SignIn(_at(real))
    pending, query = _way(real, sign_in)
    mixed = query.replace("iss=http%3A%2F%2F127", "iss=http%3A%2F%2F128")
    assert mixed != query
    with pytest.raises(NotSignedIn, match="another issuer"):
        sign_in.finish(pending, mixed)


def test_a_client_shows_its_own_key(real: Provider) -> None:
    sign_in = SignIn(_at(real, key=real.keys["other"]))
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn, match="gave no token"):
        sign_in.finish(pending, query)


def test_unsigned_user_info_is_not_believed(real: Provider) -> None:
    sign_in = SignIn(_at(real, "unsigned"))
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn, match="UserInfo is not signed"):
        sign_in.finish(pending, query)


def _with_another_id_token(monkeypatch: pytest.MonkeyPatch, sign_in: SignIn, other: Any) -> None:
    own = sign_in._token

    def token(*given: Any) -> dict[str, Any]:
        found = own(*given)
        return {**found, "id_token": other(found)}

    monkeypatch.setattr(sign_in, "_token", token)


def test_an_id_token_for_another_service_is_not_believed(
    real: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, others = SignIn(_at(real, "other")), list[str]()
    _with_another_id_token(
        monkeypatch, other, lambda found: others.append(found["id_token"]) or others[-1]
    )
    theirs, query = _way(real, other)
    other.finish(theirs, query)
    sign_in = SignIn(_at(real))
    _with_another_id_token(monkeypatch, sign_in, lambda found: others[0])
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn, match="aud"):
        sign_in.finish({**pending, "nonce": theirs["nonce"]}, query)


def _piece(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize("alg", ["none", "HS256", "RS384", "nOnE"])
def test_an_id_token_with_its_alg_changed_is_not_believed(
    real: Provider, monkeypatch: pytest.MonkeyPatch, alg: str
) -> None:
    def changed(found: dict[str, str]) -> str:
        _, said, signature = found["id_token"].split(".")
        head = _piece({"alg": alg, "typ": "JWT", "kid": "own"})
        return f"{head}.{said}.{'' if alg.lower() == 'none' else signature}"

    sign_in = SignIn(_at(real))
    _with_another_id_token(monkeypatch, sign_in, changed)
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn, match="not signed as it should be"):
        sign_in.finish(pending, query)


def test_an_id_token_that_was_changed_is_not_believed(
    real: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(found: dict[str, str]) -> str:
        head, said, signature = found["id_token"].split(".")
        held = json.loads(base64.urlsafe_b64decode(said + "=="))
        return f"{head}.{_piece({**held, 'sub': 'bo@232100-0016'})}.{signature}"

    sign_in = SignIn(_at(real))
    _with_another_id_token(monkeypatch, sign_in, changed)
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn, match="not signed as it should be"):
        sign_in.finish(pending, query)


@pytest.mark.parametrize("seconds", [120, -120])
def test_clocks_may_be_two_minutes_apart(real: Provider, seconds: int) -> None:
    sign_in = SignIn(_at(real), _later(seconds=seconds))
    pending, query = _way(real, sign_in)
    assert sign_in.finish(pending, query).person == ANNA


@pytest.mark.parametrize("minutes", [11, -11])
def test_clocks_may_not_be_eleven_minutes_apart(real: Provider, minutes: int) -> None:
    sign_in = SignIn(_at(real), _later(minutes=minutes))
    pending, query = _way(real, sign_in)
    with pytest.raises(NotSignedIn):
        sign_in.finish(pending, query)


def test_a_provider_that_does_not_answer_is_told(real: Provider) -> None:
    nowhere = Client("http://127.0.0.1:9", "vardplats", real.keys["vardplats"], BACK)
    with pytest.raises(NotSignedIn, match="does not answer"):
        SignIn(nowhere).begin()


def test_the_public_half_of_the_key_is_all_that_is_shown(real: Provider) -> None:
    (shown,) = SignIn(_at(real)).public_keys()["keys"]
    assert {"kty", "n", "e", "kid"} <= shown.keys()
    assert not {"d", "p", "q", "dp", "dq", "qi"} & shown.keys()


def test_the_session_at_the_provider_can_be_ended(real: Provider) -> None:
    place = SignIn(_at(real)).leave("https://localhost/logga-ut")
    assert requests.get(place, timeout=PATIENCE).status_code == 200
