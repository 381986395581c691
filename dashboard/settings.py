"""Settings from the environment, each declared once; a mistyped name stops the start."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from dashboard.paths import ROOT

PREFIX = "VARDPLATS_"


class Settings(BaseModel):
    """What can be set from outside, as `VARDPLATS_<NAME>`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(
        ROOT / "var", description="Folder that holds the data releases and the targets loaded"
    )
    database_url: SecretStr = Field(
        SecretStr(""),
        description="PostgreSQL that holds releases, their record, agreements, plans and "
        "preparedness instead of HOME, as postgresql://user:password@host/database; empty: none",
    )
    workers: int = Field(0, ge=0, le=64, description="gunicorn workers; 0 means one per core")
    threads: int = Field(4, ge=1, le=64, description="Threads of each worker")
    cache: Literal["SimpleCache", "FileSystemCache", "RedisCache", "NullCache"] = Field(
        "SimpleCache",
        description="Where computed answers are kept: by each worker, in a folder that the "
        "workers of a machine share, in a Redis that machines share, or not at all",
    )
    cache_dir: Path | None = Field(
        None, description="Folder of FileSystemCache, of no other use; without it HOME/cache"
    )
    cache_answers: int = Field(
        320,
        ge=16,
        le=100_000,
        description="Most answers that a worker keeps itself, also before those it shares, and "
        "that FileSystemCache keeps, 5 to 25 kB each",
    )
    redis_url: SecretStr = Field(
        SecretStr(""), description="Address of RedisCache; empty: redis://127.0.0.1:6379/0"
    )
    prewarm: bool = Field(
        True, description="Compute what most visitors ask first, at start and for a new release"
    )
    login: Literal["off", "proxy", "oidc"] = Field(
        "off",
        description="How organisations sign in to see what is not published: not at all, by "
        "headers of a proxy that has signed them in, or by OpenID Connect",
    )
    login_secret: SecretStr = Field(
        SecretStr(""),
        description="proxy: what the proxy shows to be believed, 32 characters or more",
    )
    login_issuer: str = Field("", description="oidc: address of the provider, as it writes it")
    login_client: str = Field("", description="oidc: the name of this service at the provider")
    login_key: Path | None = Field(
        None, description="oidc: file with the private key of this service, PEM, RSA or P-256"
    )
    imports: bool = Field(
        False, description="Let who is signed in hand in files at /importera; off without LOGIN"
    )
    agreements: bool = Field(
        False,
        description="Show what was agreed with regions, with the names of owners, to whoever "
        "reaches the site; the command line always does",
    )
    preparedness: Literal["region", "authority", "ministry"] = Field(
        "ministry",
        description="Who, signed in, sees what a region has loaded of its own preparedness: the "
        "region alone, Socialstyrelsen as well, or also the ministry what the region has released",
    )
    metrics: bool = Field(
        False, description="Answer Prometheus at /metrics, which the proxy keeps from readers"
    )
    logs: Literal["text", "json"] = Field(
        "text", description="How the log is written; json has a line for each request as well"
    )
    https: bool = Field(False, description="Send HSTS and redirect to https (behind TLS only)")
    public_url: str = Field(
        "", description="Address that readers know, printed on exports and led back to"
    )
    hosts: str = Field(
        "",
        description="Without PUBLIC_URL: the hosts that the site may be called by, as "
        "beds.example.se,beds.example.se:8443; names of this machine always may",
    )
    operator: str = Field("", description="Name of the organisation that runs the service")
    contact: str = Field("", description="Its e-mail, web address or telephone, for readers")

    @field_validator("database_url")
    @classmethod
    def _is_postgres(cls, url: SecretStr) -> SecretStr:
        known = ("postgresql://", "postgres://", "postgresql+psycopg://")
        if url.get_secret_value() and not url.get_secret_value().startswith(known):
            raise ValueError("it must begin with postgresql:// or be empty")
        return url

    @model_validator(mode="after")
    def _login_is_whole(self) -> "Settings":
        if self.login == "proxy" and len(self.login_secret.get_secret_value()) < 32:
            raise ValueError("LOGIN=proxy needs LOGIN_SECRET of 32 characters or more")
        needed = {
            "LOGIN_ISSUER": self.login_issuer, "LOGIN_CLIENT": self.login_client,
            "LOGIN_KEY": self.login_key, "PUBLIC_URL": self.public_url,
        }  # fmt: skip
        lacking = [name for name, value in needed.items() if not value]
        if self.login == "oidc" and lacking:
            raise ValueError(f"LOGIN=oidc needs {', '.join(lacking)}")
        return self


class UnknownSetting(ValueError):  # noqa: N818 - it says what is wrong
    """An environment variable with our prefix that no setting has."""


def settings_from_environment() -> Settings:
    """The settings in force.

    Raises:
        UnknownSetting: a variable starts with `VARDPLATS_` and is not a setting.
        pydantic.ValidationError: a setting has a value it cannot have.
    """
    return _settings(tuple(pair for pair in os.environ.items() if pair[0].startswith(PREFIX)))


@lru_cache(maxsize=4)
def _settings(variables: tuple[tuple[str, str], ...]) -> Settings:
    """The settings of these variables, which stand in the environment: pages ask for them anew."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | _FOR_TESTS
    unknown = sorted(name for name, _ in variables if name not in known)
    if unknown:
        raise UnknownSetting(
            f"Unknown setting {', '.join(unknown)}. Known: {', '.join(sorted(known - _FOR_TESTS))}"
        )
    said = {name.removeprefix(PREFIX).lower(): value for name, value in variables}
    return Settings.model_validate(
        {name: value for name, value in said.items() if name in Settings.model_fields}
    )


# The browser of the tests is chosen in the same environment but is no setting of the service.
_FOR_TESTS = {"VARDPLATS_CHROMIUM"}
