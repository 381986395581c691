"""The private key that this service shows a provider it is itself by."""

from pathlib import Path
from typing import Any

from dashboard.access.oidc_provider import NotSignedIn


def key_in(path: Path) -> Any:
    """The key in a PEM file, RSA or P-256, with its thumbprint (RFC 7638) as `kid`.

    Raises:
        NotSignedIn: the file cannot be read, or holds no such key.
    """
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, RSAKey

    try:
        words = path.read_bytes()
    except OSError as error:
        raise NotSignedIn(f"the key {path} cannot be read: {error.strerror}") from error
    for kind in (RSAKey, ECKey):
        try:
            key = kind.import_key(words)
            if key.is_private:
                key.ensure_kid()
                return key
        except (JoseError, ValueError, TypeError):
            continue
    raise NotSignedIn(f"the key {path} is no private key of RSA or P-256 in PEM")


def alg_of(key: Any) -> str:
    """What the key signs by."""
    return "RS256" if key.key_type == "RSA" else "ES256"


def public_keys(path: Path) -> dict[str, Any]:
    """The public half as a set of keys.

    Raises:
        NotSignedIn: as of `key_in`.
    """
    key = key_in(path)
    return {"keys": [{**key.as_dict(private=False), "use": "sig", "alg": alg_of(key)}]}
