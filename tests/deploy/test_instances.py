"""Several instances behind the proxy of deploy/, with one cache and one folder of releases."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.settings import PREFIX, Settings
from dashboard.web.protection.guard import PATH
from tests.deploy.conftest import Releases, said
from tests.servers import ROOT, Answer, Redis, Site, gunicorn, nginx, redis_server

PAGES = ("/", "/en/", "/metod", "/files/regions.csv", "/readyz", "/nowhere")


@dataclass(frozen=True)
class Walk:
    """Two instances, what they share, and the proxy before them."""

    instances: list[Site]
    redis: Redis
    proxy: Site
    releases: Releases

    def several(self, times: int = 40) -> list[Answer]:
        """Answers to questions that many ask at once of the proxy."""
        bodies = self.releases.bodies

        def ask(number: int) -> Answer:
            if number % 2:
                return self.proxy.get(PAGES[number % 5])
            return self.proxy.post(PATH, bodies[number % len(bodies)])

        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(ask, range(times)))

    def answered(self) -> set[int]:
        """The ports of the instances that the proxy has had answers from."""
        log = self.proxy.log.read_text()
        return {int(port) for port in re.findall(r" 200 \w+ \S+ 127\.0\.0\.1:(\d+)", log)}


@pytest.fixture
def walk(releases: Releases, tmp_path: Path) -> Iterator[Walk]:
    with ExitStack() as stack:
        redis = stack.enter_context(redis_server(tmp_path))
        kept = {
            "VARDPLATS_CACHE": "RedisCache",
            "VARDPLATS_REDIS_URL": redis.url,
            # Else each prints its own address on the files.
            "VARDPLATS_PUBLIC_URL": "https://example.se",
        }
        with ThreadPoolExecutor(2) as pool:
            sites = [gunicorn(releases.home, tmp_path, **kept) for _ in range(2)]
            instances = list(pool.map(stack.enter_context, sites))
        proxy = stack.enter_context(nginx(instances, tmp_path))
        yield Walk(instances, redis, proxy, releases)


def told(answer: Answer) -> tuple[int, bytes, dict[str, str]]:
    """An answer without what only says when it was given, and by whom."""
    passing = {"date", "server", "connection", "keep-alive"}
    headers = {name: value for name, value in answer.headers.items() if name not in passing}
    return answer.status, answer.body, headers


def test_instances_are_alike_and_one_is_enough(walk: Walk) -> None:
    one, two = walk.instances
    for path in PAGES[:4]:
        assert told(one.get(path)) == told(two.get(path)), path
        tag = one.get(path).headers.get("etag")
        assert tag == two.get(path).headers.get("etag") == walk.proxy.get(path).headers.get("etag")
    for number, body in enumerate(walk.releases.bodies):
        answer = walk.releases.answers[walk.releases.old][number]
        assert [said(s.post(PATH, body).body) for s in (one, two, walk.proxy)] == [answer] * 3

    assert {answer.status for answer in walk.several()} == {200}
    assert walk.answered() == {one.port, two.port}

    one.kill()
    assert {answer.status for answer in walk.several()} == {200}
    walk.redis.stop()
    assert {answer.status for answer in walk.several()} == {200}
    assert walk.proxy.get("/nowhere").status == 404


def test_the_compose_file_sets_what_there_is_to_set() -> None:
    text = "".join(path.read_text() for path in (ROOT / "deploy").glob("compose*.yml"))
    named = set(re.findall(rf"{PREFIX}(\w+):", text))
    assert named
    assert named <= {name.upper() for name in Settings.model_fields}
