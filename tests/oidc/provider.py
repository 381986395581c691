"""The provider as a process, the clients it knows, and the way through it."""

import json
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import requests
from joserfc.jwk import RSAKey

from dashboard.access.oidc_key import public_keys
from tests.servers import PATIENCE, ROOT

SITE, ANSWER = "https://localhost", "/logga-in/svar"
BACK = SITE + ANSWER
SIGNED = {"userinfo_signed_response_alg": "RS256"}


@dataclass(frozen=True)
class Provider:
    """Where it is, the private key (PEM) of each client that it knows, and their site."""

    issuer: str
    keys: dict[str, Path]
    site: str = SITE

    def signed_in(self, address: str, person: str) -> str:
        """Walk from where the service sent the browser to where the provider sends it back."""
        with requests.Session() as browser:
            while not address.startswith(self.site + ANSWER):
                asked = f"{address}?as={person}" if "/interaction/" in address else address
                answer = browser.get(asked, allow_redirects=False, timeout=PATIENCE)
                assert answer.status_code in (302, 303), answer.text
                address = urljoin(asked, answer.headers["Location"])
        return address


@contextmanager
def provider(folder: Path, site: str = SITE) -> Iterator[Provider]:
    """A provider with the clients `vardplats`, `other`, and `unsigned`, of whom UserInfo is not."""
    port = _free_port()
    keys = {name: RSAKey.generate_key(2048) for name in ("vardplats", "other", "unsigned", "own")}
    paths = {}
    clients = []
    for name in ("vardplats", "other", "unsigned"):
        paths[name] = folder / f"{name}.pem"
        paths[name].write_bytes(keys[name].as_pem(private=True))
        clients.append(
            {
                "client_id": name,
                "redirect_uris": [site + ANSWER],
                "post_logout_redirect_uris": [f"{site}/logga-ut"],
                "response_types": ["code"],
                "grant_types": ["authorization_code"],
                "token_endpoint_auth_method": "private_key_jwt",
                "jwks": public_keys(paths[name]),
                **({} if name == "unsigned" else SIGNED),
            }
        )
    own = {**keys["own"].as_dict(private=True), "use": "sig", "alg": "RS256", "kid": "own"}
    told = folder / "provider.json"
    told.write_text(json.dumps({"port": port, "clients": clients, "jwks": {"keys": [own]}}))
    process = subprocess.Popen(
        ["node", "tests/oidc/provider.mjs", str(told)], cwd=ROOT, text=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first == "listening\n", first
        yield Provider(f"http://127.0.0.1:{port}", paths, site)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
