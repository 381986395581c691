"""A provider of sign-ins: what it says of itself, its keys, and how it is asked."""

from typing import Any
from urllib.parse import urlsplit

SECONDS = 5
_NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class NotSignedIn(RuntimeError):  # noqa: N818 - it says what is so
    """The sign-in did not come to its end; the message, for the log, says why."""


def described(issuer: str) -> tuple[dict[str, Any], Any]:
    """What the provider says of itself, and its keys.

    Raises:
        NotSignedIn: it does not answer, is another issuer, or says too little.
    """
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    told = _json_of(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if told.get("issuer") != issuer:
        raise NotSignedIn("the provider says that it is another issuer")
    lacking = [name for name in _NEEDED if not is_safe(str(told.get(name, "")))]
    if lacking:
        raise NotSignedIn(f"the provider does not say, or not by https: {', '.join(lacking)}")
    try:
        return told, KeySet.import_key_set(_json_of(told["jwks_uri"]))  # type: ignore[arg-type]
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise NotSignedIn("the keys of the provider cannot be read") from error


def asked(address: str, **headers: str) -> Any:
    """The answer of an address, which is followed nowhere else.

    Raises:
        NotSignedIn: there is none within five seconds, or it is no 200.
    """
    from requests import RequestException, get

    try:
        answer = get(address, headers=headers, timeout=SECONDS, allow_redirects=False)
    except RequestException as error:
        raise NotSignedIn(f"the provider does not answer: {error}") from error
    if answer.status_code != 200:
        raise NotSignedIn(f"the provider answers {answer.status_code}")
    return answer


def _json_of(address: str) -> dict[str, Any]:
    try:
        found = asked(address).json()
    except ValueError as error:
        raise NotSignedIn("the provider does not answer in JSON") from error
    if not isinstance(found, dict):
        raise NotSignedIn("the provider does not answer as it should")
    return found


def is_safe(address: str) -> bool:
    """Whether an address is of https, or of this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
