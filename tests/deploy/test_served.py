"""The site as gunicorn serves it: first requests, a new release, and Redis coming and going."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from dashboard.reference.regions import ALL_CODES
from dashboard.web.protection.guard import PATH
from tests.deploy.conftest import Releases, said
from tests.servers import PATIENCE, Answer, Site, gunicorn, redis_server, wait_until

# So many answers in a row, of two workers, are of one release once both have it.
LATEST = 60


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


def test_every_worker_shows_a_new_release_and_mixes_it_with_nothing(
    releases: Releases, tmp_path: Path
) -> None:
    seen: list[str] = []
    stop = Event()

    def visitor(site: Site, first: int) -> None:
        turn = first
        while not stop.is_set():
            number = turn % len(releases.bodies)
            answer = site.post(PATH, releases.bodies[number])
            seen.append(is_answer_of(releases, answer, number))
            turn += 1

    # Without what is made ready for a release, which the soak has, a new one is shown at once.
    at_once = gunicorn(releases.home, tmp_path, VARDPLATS_PREWARM="false")
    with at_once as site, ThreadPoolExecutor(4) as pool:
        visitors = [pool.submit(visitor, site, first) for first in range(4)]
        try:
            wait_until(lambda: len(seen) >= LATEST, "answers of the first release")
            for release in (releases.new, releases.old):
                releases.point(release)
                wait_until(lambda now=release: set(seen[-LATEST:]) == {now}, "nothing but the new")  # type: ignore[misc]
        finally:
            stop.set()
        for one in visitors:
            one.result(PATIENCE)
        assert all(release_of(site) == releases.old for _ in range(20))
    assert set(seen) == {releases.old, releases.new}


def test_half_sent_requests_hold_no_thread_without_a_proxy(
    releases: Releases, tmp_path: Path
) -> None:
    one_thread = {"VARDPLATS_WORKERS": "1", "VARDPLATS_THREADS": "1", "VARDPLATS_PREWARM": "false"}
    head = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    begun = (
        f"{head}Content-Length: 4000\r\n\r\n{{",
        f"{head}Transfer-Encoding: chunked\r\n\r\n5\r\n{{",
        head,
        "",
    )
    with gunicorn(releases.home, tmp_path, **one_thread) as site, ExitStack() as stack:
        for words in begun * 8:
            stranger = socket.create_connection(("127.0.0.1", site.port))
            stack.callback(stranger.close)
            stranger.sendall(words.encode())
        for number, body in enumerate(releases.bodies):
            assert is_answer_of(releases, site.post(PATH, body), number) == releases.old
        assert {site.get(path).status for path in ("/healthz", "/readyz", "/metod")} == {200}


def test_chunks_that_are_none_end_in_a_refusal_and_hold_nobody(
    releases: Releases, tmp_path: Path
) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    whole = f"{head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    with gunicorn(releases.home, tmp_path, VARDPLATS_WORKERS="1") as site:
        for chunks in ("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "2\r\n{}x\r\n0\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", site.port), timeout=PATIENCE) as stranger:
                stranger.sendall((whole + chunks).encode())
                answer = stranger.makefile("rb").read().decode()
            assert answer.split(" ", 2)[1] == "400", answer
            assert "Traceback" not in answer
        assert is_answer_of(releases, site.post(PATH, releases.bodies[0]), 0) == releases.old


def test_redis_may_stop_hang_and_come_back_under_a_running_site(
    releases: Releases, tmp_path: Path
) -> None:
    def answered(site: Site) -> None:
        """Every answer is right, some of them asked for twice."""
        numbers = [*range(len(releases.bodies))] * 2
        answers = [site.post(PATH, releases.bodies[number]) for number in numbers]
        found = [is_answer_of(releases, one, n) for one, n in zip(answers, numbers, strict=True)]
        assert found == [releases.old] * len(numbers)

    with redis_server(tmp_path) as redis:
        kept = {"VARDPLATS_CACHE": "RedisCache", "VARDPLATS_REDIS_URL": redis.url}
        with gunicorn(releases.home, tmp_path, **kept) as site:
            answered(site)
            assert redis.keys() > len(releases.bodies)
            redis.freeze()
            try:
                answered(site)
            finally:
                redis.wake()
            redis.stop()
            answered(site)
            redis.start()
            assert redis.keys() == 0

            # What was asked before, each worker has itself.
            months = [f"{year}-{month:02}" for year in range(2018, 2026) for month in range(1, 13)]
            unasked = (f"/?period={month}&region={code}" for code in ALL_CODES for month in months)

            def is_asked_again() -> bool:
                answered(site)
                assert site.get(next(unasked)).status == 200
                return redis.keys() > 0

            wait_until(is_asked_again, "answers in the Redis that is back")
