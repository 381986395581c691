"""The site as gunicorn serves it: first requests, a new release, and Redis coming and going."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from dashboard.web.protection.guard import PATH
from tests.deploy.conftest import Releases, said
from tests.servers import Answer, Site, gunicorn, redis_server, wait_until


def release_of(site: Site) -> str:
    return str(json.loads(site.get("/readyz").body)["release"])


def is_answer_of(releases: Releases, answer: Answer, number: int) -> str:
    """The release whose answer to a body this is, whole and unmixed."""
    assert answer.status == 200, answer.body
    found = said(answer.body)
    return next((r for r, answers in releases.answers.items() if answers[number] == found), "mixed")


def test_a_fresh_server_answers_many_first_requests(releases: Releases, tmp_path: Path) -> None:
    with gunicorn(releases.home, tmp_path) as site, ThreadPoolExecutor(48) as pool:
        bodies = releases.bodies
        found = list(pool.map(lambda n: site.post(PATH, bodies[n % len(bodies)]), range(48)))
    assert [one.status for one in found] == [200] * 48
    kinds = {is_answer_of(releases, one, n % len(bodies)) for n, one in enumerate(found)}
    assert kinds == {releases.old}


def test_every_worker_shows_a_new_release_within_three_seconds(
    releases: Releases, tmp_path: Path
) -> None:
    seen: list[tuple[float, str]] = []
    stop = Event()

    def visitor(site: Site, first: int) -> None:
        turn = first
        while not stop.is_set():
            number = turn % len(releases.bodies)
            began = time.monotonic()
            answer = site.post(PATH, releases.bodies[number])
            seen.append((began, is_answer_of(releases, answer, number)))
            turn += 1

    with gunicorn(releases.home, tmp_path) as site, ThreadPoolExecutor(4) as pool:
        visitors = [pool.submit(visitor, site, first) for first in range(4)]
        try:
            time.sleep(1)
            for release in (releases.new, releases.old):
                releases.point(release)
                published = time.monotonic()
                # A busy machine may need long for the first question after the three seconds.
                late: set[str] = set()
                while not late and time.monotonic() < published + 40:
                    time.sleep(0.5)
                    late = {kind for began, kind in seen if began > published + 3}
                assert late == {release}
        finally:
            stop.set()
        for one in visitors:
            one.result(10)
        assert all(release_of(site) == releases.old for _ in range(20))
    assert {kind for _, kind in seen} == {releases.old, releases.new}


def test_redis_may_stop_hang_and_come_back_under_a_running_site(
    releases: Releases, tmp_path: Path
) -> None:
    def answered(site: Site) -> float:
        """The seconds of the slowest of some right answers."""
        slowest = 0.0
        for number in [*range(len(releases.bodies))] * 2:
            began = time.monotonic()
            answer = site.post(PATH, releases.bodies[number])
            slowest = max(slowest, time.monotonic() - began)
            assert is_answer_of(releases, answer, number) == releases.old
        return slowest

    with redis_server(tmp_path) as redis:
        kept = {"VARDPLATS_CACHE": "RedisCache", "VARDPLATS_REDIS_URL": redis.url}
        with gunicorn(releases.home, tmp_path, **kept) as site:
            answered(site)
            assert redis.keys() > len(releases.bodies)
            redis.freeze()
            try:
                # One wait for a reply, in a worker that may be computing for others as well.
                assert answered(site) < 3
            finally:
                redis.wake()
            redis.stop()
            answered(site)
            redis.start()
            assert redis.keys() == 0

            def is_asked_again() -> bool:
                answered(site)
                return redis.keys() > 0

            wait_until(is_asked_again, 15, "answers in the Redis that is back")
