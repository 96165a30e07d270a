"""The README's pictures, taken from the real page over the sample: ``python -m ui.screenshots [FOLDER]``."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
RAG = [sys.executable, "-m", "rag"]
SAMPLE = ROOT / "eval" / "sample"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the questions asked before it is taken, and how the page is looked at (pixels)."""

    name: str
    questions: Sequence[str]
    width: int = 1280
    height: int = 800
    dark: bool = False
    opened: bool = False  # the list of documents under the verdict line
    over_time: bool = False  # the page of the answer over time, whole


PICTURES = (
    Picture("page", ["What did they say about Taiwan?"]),
    Picture("page-dark", ["What did they say about Taiwan?"], dark=True),
    Picture("phone", ["What did they say about Taiwan?"], width=390, height=844),
    Picture("timeline", ["What did they say about denuclearization?"], width=900, over_time=True),
    Picture("abstention", ["What did they say about fishing rights?"], height=640, opened=True),
)


def main(arguments: Sequence[str]) -> None:
    """Index the sample, serve it, and look at it with Chromium."""
    # A development dependency: the product itself never drives a browser.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    folder = Path(arguments[0]) if arguments else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with (
        _served(f"http://localhost:{port}") as address,
        _running("widget", "--demo", "--address", address, "--port", port) as elsewhere,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        )
        for picture in PICTURES:
            _take(browser, address, picture, folder / f"{picture.name}.png")
            sys.stderr.write(f"{folder / picture.name}.png\n")
        _take_widget(browser, elsewhere, folder / "widget.png")
        browser.close()


@contextmanager
def _served(widget_origin: str) -> Iterator[str]:
    """The address of a server of its own over the sample, its widget shown by one site."""
    with tempfile.TemporaryDirectory() as folder:
        collection = ["--collection", folder]
        subprocess.run([*RAG, "add", *collection, str(SAMPLE)], check=True, cwd=ROOT)  # noqa: S603
        with _running("serve", *collection, "--port", "0", "--widget-origin", widget_origin) as address:
            yield address


@contextmanager
def _running(*command: str) -> Iterator[str]:
    """The address that a command says it serves at."""
    serving = subprocess.Popen(  # noqa: S603
        [*RAG, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    )
    try:
        yield _address(serving)
    finally:
        serving.terminate()
        serving.wait()


def _address(serving: subprocess.Popen[str]) -> str:
    """What the server says of where it is."""
    for line in serving.stdout or ():
        if "http://" in line:
            return "http://" + line.split("http://")[1].split()[0]
    raise RuntimeError("the server ended before it said where it is")


def _take(browser: Browser, address: str, picture: Picture, file: Path) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
        device_scale_factor=1.25,
    )
    page.goto(address)
    page.locator("#masthead .held").wait_for()  # from here on it takes questions
    for number, question in enumerate(picture.questions):
        page.fill("#question textarea", question)
        page.keyboard.press("Enter")
        page.locator("#conversation .reply").nth(number).wait_for()
    if picture.opened:
        page.locator("#sources summary:visible").click()
    if picture.over_time:
        page.goto(page.locator("#sources .taken a").first.evaluate("link => link.href"))
    else:
        page.locator("#question textarea").blur()
    page.wait_for_timeout(500)  # the last fonts and scrolls
    page.screenshot(path=file, full_page=picture.over_time)
    page.close()


def _take_widget(browser: Browser, address: str, file: Path) -> None:
    page = browser.new_page(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", device_scale_factor=1.25
    )
    page.goto(address)
    page.evaluate("OnTheRecord.ask('What did they say about Taiwan?')")
    page.frame_locator("on-the-record iframe").locator(".source").first.wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
