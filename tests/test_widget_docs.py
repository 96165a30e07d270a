"""What docs/widget.md shows is what the program does."""

import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOT, Elsewhere, running

from index.collection import Collection
from rag.__main__ import _parser
from ui.widget import FOLDER, snippet

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

PAGE = (Path(ROOT) / "docs" / "widget.md").read_text(encoding="utf-8")
FASTAPI, GRADIO = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_its_commands_are_commands() -> None:
    commands = re.findall(r"^\$ ontherecord (.*)$", PAGE, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        _parser().parse_args(shlex.split(command))


def test_its_settings_and_calls_are_those_of_the_script() -> None:
    script = (FOLDER / "v1.js").read_text(encoding="utf-8")
    read = re.search(r"const \{ (.*) \} = script\.dataset", script)
    assert read and set(read[1].split(", ")) == set(re.findall(r"^\| `data-(\w+)`", PAGE, re.MULTILINE))
    for name in re.findall(r"OnTheRecord\.(\w+)\(", PAGE):
        assert re.search(rf"freeze\(\{{.*\b{name}\b", script)
    for variable in re.findall(r"`(--ontherecord-\w+)`", PAGE):
        assert variable in script


@pytest.fixture
def serve(sample: Collection, tmp_path: Path) -> Any:
    """Runs an example of the page over the sample collection, on a free port."""
    (tmp_path / ".ontherecord").symlink_to(sample.folder)

    def start(example: str) -> Any:
        file = tmp_path / "example.py"
        file.write_text(example.replace("port=8000", "port=0"), encoding="utf-8")
        return running([sys.executable, str(file)], tmp_path)

    return start


@pytest.mark.browser
def test_in_a_fastapi_application(serve: Any, browser: Any, elsewhere: Elsewhere) -> None:
    """The widget and the page below a prefix, with the real chatbot."""
    with serve(FASTAPI.replace("https://example.org", elsewhere.origin)) as address:
        elsewhere.pages["/below"] = ({}, f"<!doctype html><body>{snippet(address + '/record')}")
        page = browser.new_page()
        page.goto(f"{elsewhere.origin}/below")
        page.evaluate("OnTheRecord.ask('What did they say about Taiwan?')")
        panel = page.frame_locator("on-the-record iframe")
        panel.locator(".source").first.wait_for()
        link = panel.locator(".links a").first.get_attribute("href")
        quote = panel.locator(".source mark").first.text_content()
        assert link.startswith(f"{address}/record/documents/")
        page.goto(link)
        assert page.locator("#quote").text_content() == quote
        page.goto(f"{address}/record/")
        page.fill("#question textarea", "What did they say about Taiwan?")
        page.keyboard.press("Enter")
        page.locator("#sources .source").first.wait_for()
        page.close()


@pytest.mark.browser
def test_in_a_gradio_application(serve: Any, browser: Any) -> None:
    with serve(GRADIO) as address:
        page = browser.new_page()
        page.goto(address)
        page.fill("#question textarea", "What did they say about Taiwan?")
        page.keyboard.press("Enter")
        page.locator("#sources .source").first.wait_for()
        assert page.locator("#sources .source mark").count() > 0
        page.get_by_role("tab", name="Shorten").click()
        page.get_by_label("Text").fill("x" * 200)
        page.get_by_label("Text").press("Enter")
        sync_api.expect(page.get_by_label("Text")).to_have_value("x" * 100)
        page.close()
