"""Sign-in by OpenID Connect, to the Swedish OpenID Connect Profile 1.0."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

from dashboard.access.letting_in import Clock, now_utc
from dashboard.access.oidc_key import alg_of, key_in, public_keys
from dashboard.access.oidc_provider import SECONDS, NotSignedIn, asked, described, is_safe
from dashboard.frozen import frozen

# https://www.oidc.se/specifications: claims and scopes 1.0, 2.2.1, 2.2.2 and 3.3.
ORG_NUMBER: Final = "https://id.oidc.se/claim/orgNumber"
ORG_AFFILIATION: Final = "https://id.oidc.se/claim/orgAffiliation"
SCOPE: Final = "openid https://id.oidc.se/scope/naturalPersonOrgId"
# How far clocks may be apart, and how long an ID token may live (profile, 3.2.1.2), in seconds.
LEEWAY, ID_TOKEN_SECONDS, ASSERTION_SECONDS = 150, 300, 300
# Signatures alone: neither none, nor a secret that both sides know.
ALGORITHMS: Final = [
    f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in ("256", "384", "512")
]
_KEEP_SECONDS = 600


@frozen
class Client:
    """What this service is to the provider: issuer, client id, private key and where to return."""

    issuer: str
    client: str
    key: Path
    returns_to: str


@frozen
class Signed:
    """Who signed in: the number of the organisation, and the person as person@number."""

    organisation: str
    person: str


class SignIn:
    """Sign-ins at one provider, whose description and keys are kept for ten minutes.

    What signs is imported when somebody signs in: nobody else needs it.
    """

    def __init__(self, client: Client, clock: Clock = now_utc) -> None:
        self._client, self._clock = client, clock
        self._kept: tuple[float, dict[str, Any], Any] | None = None

    def begin(self) -> tuple[str, dict[str, str]]:
        """Where the browser goes, and what must be kept until it comes back.

        Raises:
            NotSignedIn: the provider does not answer, or is not the one it should be.
        """
        from authlib.common.security import generate_token

        told, _ = self._provider()
        pending = {name: generate_token(48) for name in ("state", "nonce", "code_verifier")}
        claims = {"userinfo": {ORG_NUMBER: {"essential": True}, ORG_AFFILIATION: None}}
        with self._session() as session:
            address, _ = session.create_authorization_url(
                told["authorization_endpoint"], response_type="code",
                claims=_json(claims), **pending,
            )  # fmt: skip
        return address, pending

    def finish(self, pending: Mapping[str, str], query: str) -> Signed:
        """Who comes back with `query`, if every part is as the profile says.

        Raises:
            NotSignedIn: it is not.
        """
        answer = {key: values[0] for key, values in parse_qs(query).items() if len(values) == 1}
        told, keys = self._provider()
        if not hmac.compare_digest(answer.get("state", ""), pending["state"]):
            raise NotSignedIn("the state is not the one that was sent")
        if "error" in answer or "code" not in answer:
            raise NotSignedIn(f"the provider refused: {answer.get('error', 'no code')[:80]}")
        stated = answer.get("iss", "")
        if stated != told["issuer"] and (
            stated or told.get("authorization_response_iss_parameter_supported")
        ):
            raise NotSignedIn("the answer comes from another issuer")
        token = self._token(told, answer["code"], pending["code_verifier"])
        said = self._id_token(token, pending["nonce"], keys)
        info = self._user_info(told, token, keys)
        if info.get("sub") != said["sub"]:
            raise NotSignedIn("UserInfo is of somebody else than the ID token")
        return _signed(info)

    def leave(self, back: str) -> str:
        """Where a browser ends its session at the provider, nothing where it has no such place."""
        try:
            told, _ = self._provider()
        except NotSignedIn:
            return ""
        place = str(told.get("end_session_endpoint", ""))
        asked = {"client_id": self._client.client, "post_logout_redirect_uri": back}
        return f"{place}?{urlencode(asked)}" if is_safe(place) else ""

    def public_keys(self) -> dict[str, Any]:
        """The public half of the key, as the provider reads it (RFC 7517).

        Raises:
            NotSignedIn: the key cannot be read.
        """
        return public_keys(self._client.key)

    def _session(self, **given: Any) -> Any:
        from authlib.integrations.requests_client import OAuth2Session
        from authlib.oauth2.rfc7523 import PrivateKeyJWT

        key, told = key_in(self._client.key), self._kept[1] if self._kept else {}
        session = OAuth2Session(
            self._client.client, key, redirect_uri=self._client.returns_to, scope=SCOPE,
            code_challenge_method="S256", token_endpoint_auth_method="private_key_jwt", **given,
        )  # fmt: skip
        now = int(self._clock().timestamp())
        # Valid to either side of now, as clocks may be apart.
        window = {"iat": now - LEEWAY, "exp": now + ASSERTION_SECONDS}
        method = PrivateKeyJWT(
            told.get("token_endpoint"), claims=window, alg=alg_of(key), headers={"kid": key.kid}
        )
        session.register_client_auth_method(method)
        return session

    def _token(self, told: Mapping[str, Any], code: str, verifier: str) -> dict[str, Any]:
        from authlib.common.errors import AuthlibBaseError
        from requests import RequestException

        try:
            with self._session() as session:
                found = session.fetch_token(
                    told["token_endpoint"], code=code, code_verifier=verifier,
                    grant_type="authorization_code", timeout=SECONDS,
                )  # fmt: skip
        except (AuthlibBaseError, RequestException, ValueError) as error:
            raise NotSignedIn(f"the provider gave no token: {error}") from error
        if not isinstance(found.get("id_token"), str) or not found.get("access_token"):
            raise NotSignedIn("the provider gave no ID token")
        return dict(found)

    def _id_token(self, token: Mapping[str, Any], nonce: str, keys: Any) -> dict[str, Any]:
        header, said = self._verified(token["id_token"], keys, "the ID token")
        wanted = {name: {"essential": True} for name in ("sub", "exp", "iat")}
        self._check(said, {**wanted, "nonce": {"essential": True, "value": nonce}})
        if said["exp"] - said["iat"] > ID_TOKEN_SECONDS:
            raise NotSignedIn("the ID token lives longer than the profile allows")
        if said.get("azp", self._client.client) != self._client.client:
            raise NotSignedIn("the ID token is for another service")
        stated = said.get("at_hash")
        if stated is not None and stated != _half_hash(header["alg"], token["access_token"]):
            raise NotSignedIn("the ID token is not of this access token")
        return said

    def _user_info(
        self, told: Mapping[str, Any], token: Mapping[str, Any], keys: Any
    ) -> dict[str, Any]:
        answer = asked(
            told["userinfo_endpoint"], Accept="application/jwt",
            Authorization=f"Bearer {token['access_token']}",
        )  # fmt: skip
        if answer.headers.get("Content-Type", "").split(";")[0].strip() != "application/jwt":
            raise NotSignedIn("UserInfo is not signed")
        _, said = self._verified(answer.text, keys, "UserInfo")
        self._check(said, {"sub": {"essential": True}})
        return said

    def _verified(self, words: str, keys: Any, what: str) -> tuple[dict[str, Any], dict[str, Any]]:
        from joserfc import jwt
        from joserfc.errors import JoseError

        try:
            found = jwt.decode(words.strip(), keys, algorithms=ALGORITHMS)
        except (JoseError, ValueError, TypeError) as error:
            raise NotSignedIn(f"{what} is not signed as it should be: {error}") from error
        return dict(found.header), dict(found.claims)

    def _check(self, said: Mapping[str, Any], wanted: dict[str, Any]) -> None:
        """Issuer, audience, moments and what else is wanted of claims."""
        from joserfc.errors import JoseError
        from joserfc.jwt import JWTClaimsRegistry

        own: dict[str, Any] = {
            "iss": {"essential": True, "value": self._client.issuer},
            "aud": {"essential": True, "value": self._client.client},
        }
        now = int(self._clock().timestamp())
        try:
            JWTClaimsRegistry(now=now, leeway=LEEWAY, **own, **wanted).validate(dict(said))
        except JoseError as error:
            raise NotSignedIn(f"a claim is not as it should be: {error}") from error

    def _provider(self) -> tuple[dict[str, Any], Any]:
        now = self._clock().timestamp()
        if self._kept is None or not 0 <= now - self._kept[0] < _KEEP_SECONDS:
            self._kept = (now, *described(self._client.issuer))
        return self._kept[1], self._kept[2]


def _signed(info: Mapping[str, Any]) -> Signed:
    number, person = info.get(ORG_NUMBER), info.get(ORG_AFFILIATION)
    if not isinstance(number, str) or not number:
        raise NotSignedIn("the provider does not say which organisation it is")
    return Signed(number, person if isinstance(person, str) and person else str(info["sub"]))


def _half_hash(alg: str, words: str) -> str:
    """`at_hash` of OpenID Connect Core 3.1.3.6."""
    digest = hashlib.new(f"sha{alg[-3:]}", words.encode()).digest()
    return base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()


def _json(value: Any) -> str:
    import json

    return json.dumps(value, separators=(",", ":"))
