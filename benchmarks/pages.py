"""How long the pages take on a record of 20,000 documents, with 8 readers at once, and what a first visit weighs.

    python benchmarks/pages.py                         # makes the record in the temporary folder, once
    python benchmarks/pages.py --record big.db --documents 20000 --readers 8
    python benchmarks/pages.py --check                 # exit code 1 where a target is missed

The server is `onrecord serve` in a process of its own. Each reader keeps one connection and asks for the
pages in an order of its own, without pause: the harshest case, as people stop to read. What is timed is the
whole answer, compressed as a browser asks for it.
"""

import argparse
import gzip
import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from filling import DOCUMENTS, filled
from machine import machine

MEDIAN, SLOW, OVERVIEW, FIRST_PAINT = 150, 500, 300, 100_000
"""Targets: milliseconds at the median and the 95th percentile of every page, the overview's 95th, and bytes."""

KEEP_WARM = 2
"""Rounds before those that count: the first ones load templates and the database's pages."""


class Answered(NamedTuple):
    """One answer: how long it took, and how much came."""

    milliseconds: float
    bytes: int


class Server:
    """`onrecord serve` on a free port."""

    def __init__(self, record: Path) -> None:
        command = [sys.executable, "-c", "from onrecord.cli.main import main; main()", "serve"]
        self._process = subprocess.Popen(
            [*command, "--port", "0", "--record", str(record)], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        line = self._process.stdout.readline()
        found = re.search(r"http://[^\s]+", line)
        if not found:
            raise SystemExit(f"the server did not start: {line}")
        parts = urlsplit(found[0])
        self.host, self.port = str(parts.hostname), int(parts.port or 0)

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(timeout=20)


class Reader:
    """One connection, as a browser keeps it."""

    def __init__(self, server: Server) -> None:
        self._connection = http.client.HTTPConnection(server.host, server.port, timeout=60)

    def get(self, path: str) -> tuple[bytes, Answered]:
        """A page and how long it took."""
        began = time.perf_counter()
        self._connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = self._connection.getresponse()
        body = response.read()
        took = (time.perf_counter() - began) * 1000
        if response.status != 200:
            raise SystemExit(f"{path} answers {response.status}")
        plain = gzip.decompress(body) if response.headers.get("Content-Encoding") == "gzip" else body
        return plain, Answered(took, len(body))


def main() -> int:
    """Measure and print."""
    arguments = _arguments()
    record = filled(Path(arguments.record), arguments.documents)
    server = Server(record)
    try:
        pages = _pages(Reader(server))
        for _ in range(KEEP_WARM):
            for paths in pages.values():
                Reader(server).get(paths[0])
        times = _read(server, pages, arguments.readers, arguments.rounds)
        paint = _first_paint(Reader(server))
    finally:
        server.close()
    print(machine())
    print(f"Record: {arguments.documents:,} generated documents; {arguments.readers} readers at once")
    missed = _print(times, paint)
    return 1 if arguments.check and missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--record", default=str(Path(tempfile.gettempdir()) / "onrecord-pages.db"))
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=6, help="times that each reader asks for each page")
    parser.add_argument("--check", action="store_true", help="exit code 1 where a target is missed")
    return parser.parse_args()


def _pages(reader: Reader) -> dict[str, list[str]]:
    """Every page by its name, with some addresses each: what one reader asked for is not at hand for the next."""

    def listed(kind: str, rest: str = "", most: int = 40) -> list[dict[str, object]]:
        items: list[dict[str, object]] = json.loads(reader.get(f"/api/{kind}?limit={most}{rest}")[0])["items"]
        return items

    people = [one for one in listed("entities", most=200) if one["kind"] == "person"][:40]
    return {
        "overview": ["/"],
        "questions": ["/questions", "/questions?q=produce"],
        "question": [f"/questions/{one['id']}" for one in listed("questions")],
        "conflicts": ["/conflicts"],
        "conflict": [f"/conflicts/{one['id']}" for one in listed("findings", "&kind=contradiction")],
        "documents": ["/documents", "/documents?outlet=River+Courier"],
        "document": [f"/documents/{one['id']}" for one in listed("documents")],
        "speakers": ["/speakers"],
        "speaker": [f"/speakers/{one['id']}" for one in people],
        "party": [f"/parties/{quote(str(one['party']))}" for one in people],
        "figures": ["/figures", "/figures?measure=mercury"],
        "commitments": ["/commitments"],
        "timeline": ["/timeline"],
        "network": ["/network"],
        "search": ["/search?q=harbour", "/search?q=%22does+not%22+export", "/search?q=stations"],
        "review": ["/review"],
        "activity": ["/activity"],
        "import": ["/import"],
        "API: claims": ["/api/claims", "/api/claims?party=Velmark"],
        "API: documents": ["/api/documents"],
        "API: search": ["/api/search?q=harbour"],
    }


def _read(server: Server, pages: dict[str, list[str]], readers: int, rounds: int) -> dict[str, list[Answered]]:
    """What all readers together were answered, by page."""
    times: dict[str, list[Answered]] = defaultdict(list)
    guard = threading.Lock()

    def work(number: int) -> None:
        chance, reader = random.Random(number), Reader(server)
        for _ in range(rounds):
            for name in chance.sample(list(pages), len(pages)):
                answered = reader.get(chance.choice(pages[name]))[1]
                with guard:
                    times[name].append(answered)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {name: times[name] for name in pages if times[name]}


def _first_paint(reader: Reader) -> int:
    """Bytes that a first visit to the overview needs before it is shown: the page, its styles, scripts and fonts."""
    page, answered = reader.get("/")
    total, seen = answered.bytes, set()
    waiting = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            content, part = reader.get(path)
            total += part.bytes
            if ".css" in path:
                waiting += re.findall(r"url\([\"']?(/static/[^\"')]+)", content.decode())
    return total


def _print(times: dict[str, list[Answered]], paint: int) -> int:
    """A line a page; how many targets were missed."""
    missed = 0
    for name, answered in times.items():
        took = sorted(one.milliseconds for one in answered)
        median, slow = statistics.median(took), _slow(took)
        bad = median > MEDIAN or slow > SLOW or (name == "overview" and slow > OVERVIEW)
        missed += bad
        kilobytes = statistics.median(one.bytes for one in answered) / 1000
        print(
            f"{name:16} median {median:6.0f} ms, 95 % within {slow:6.0f} ms, {kilobytes:6.1f} kB"
            f"{'   MISSED' if bad else ''}"
        )
    everything = sorted(one.milliseconds for answered in times.values() for one in answered)
    print(f"{'all':16} median {statistics.median(everything):6.0f} ms, 95 % within {_slow(everything):6.0f} ms")
    print(f"First paint: {paint / 1000:.1f} kB compressed{'   MISSED' if paint > FIRST_PAINT else ''}")
    return missed + (paint > FIRST_PAINT)


def _slow(took: list[float]) -> float:
    return took[min(len(took) - 1, round(0.95 * (len(took) - 1)))]


if __name__ == "__main__":
    sys.exit(main())
