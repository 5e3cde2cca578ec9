"""Take the pictures of the web application's main pages for README and docs: `make screenshots`.

Shows the record that `onrecord demo` makes, in Debian's Chromium (or the one that ONRECORD_CHROMIUM names),
and writes small PNG files to docs/images.
"""

import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

IMAGES = Path(__file__).parent / "images"
LARGEST = 200_000
"""Bytes of a picture: those who read the README on a slow line wait for it."""


class Shot(NamedTuple):
    """A picture: its name, the page or the link to follow from one, the window, and light or dark."""

    name: str
    path: str
    follow: str | None = None
    width: int = 1200
    height: int = 860
    scheme: str = "light"


SHOTS = (
    Shot("web-overview", "/"),
    Shot("web-overview-dark", "/", scheme="dark"),
    Shot("web-question", "/questions", ".matrix tbody th a"),
    Shot("web-document", "/questions?disputed=yes", ".matrix tbody th a|.position .to-source"),
    Shot("web-review", "/review"),
    Shot("web-promises", "/commitments"),
    Shot("web-phone", "/", width=360, height=760),
)


def main() -> None:
    """Take every picture."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            page = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme)
            page.goto(site + shot.path)
            for link in (shot.follow or "").split("|") if shot.follow else ():
                page.locator(link).first.click()
            target = IMAGES / f"{shot.name}.png"
            page.screenshot(path=str(target))
            page.close()
            smaller(target)
            print(f"{target.name}: {target.stat().st_size // 1000} kB")
        browser.close()


def smaller(picture: Path) -> None:
    """Write a picture with a palette of its own: text and flat colours lose nothing that one sees."""
    from PIL import Image

    Image.open(picture).convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE).save(picture, optimize=True)
    if picture.stat().st_size > LARGEST:
        raise SystemExit(f"{picture} is larger than {LARGEST:,} bytes")


@contextmanager
def served() -> Iterator[str]:
    """The demo's record behind a server of its own."""
    import uvicorn

    from onrecord.record import Record
    from onrecord.scaling.adding import add
    from onrecord.web.app import create_app
    from onrecord.web.settings import Settings

    with tempfile.TemporaryDirectory() as folder, socket.socket() as chosen:
        samples = [
            Path(str(file)) for file in files("onrecord").joinpath("demo").iterdir()
            if not file.name.endswith((".md", ".py"))
        ]  # fmt: skip
        location = Path(folder) / "demo.db"
        with Record.open(location) as record:
            add(record, sorted(samples), workers=1)
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
        chosen.close()
        app = create_app(location, Settings(port=port))
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


if __name__ == "__main__":
    main()
