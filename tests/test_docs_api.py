"""docs/api.md does what it says: its commands, its programs, its prefix; all against real server processes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio_client
import httpx
import pytest
from test_clients import QUESTION, ROOT, serving, started

from index.collection import Collection
from ui.load import ask_all, summary

DOCUMENTED = (ROOT / "docs" / "api.md").read_text()
STATED = "http://127.0.0.1:7860"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
TOKEN = "a-token-that-is-long-enough"  # noqa: S105


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENTED, re.MULTILINE | re.DOTALL)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "ONTHERECORD_TOKEN": TOKEN}


@pytest.fixture(scope="module")
def address(sample: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("documented") / "log"
    with serving(
        sample.folder, log, "--root-path", "/record", "--name", "press.example.org", "--proxy", "127.0.0.1"
    ) as found:
        yield found


@pytest.mark.parametrize(
    "command", [line for block in blocks("sh") for line in block.splitlines() if line.startswith("curl")]
)
def test_commands(address: str, command: str) -> None:
    found = subprocess.run(
        ["bash", "-c", command.replace(STATED, address)],
        check=True,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert found.stdout.startswith(("{", "event: searched"))


@pytest.mark.parametrize("program", [block for block in blocks("python") if "host.py" not in block])
def test_programs(address: str, program: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", program.replace(STATED, address)],
        check=True,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert "2 of 9 documents speak of Taiwan." in found.stdout


def test_every_address_of_the_table_is_there(address: str) -> None:
    described = httpx.get(f"{address}/api/openapi.json").json()
    for method, path in re.findall(r"`(GET|POST) (/[\w/{}]+)", DOCUMENTED):
        assert method.lower() in described["paths"][path], path
    assert described["servers"] == [{"url": "/record"}]


def test_behind_a_proxy_addresses_have_its_name_and_prefix(address: str) -> None:
    passed_on = {"host": "press.example.org", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7"}
    with httpx.Client(base_url=address, headers=passed_on) as proxy:
        assert proxy.get("/config").json()["root"] == "https://press.example.org/record"
        assert proxy.get("/ui/page.css").status_code == 200
        assert proxy.get("/metrics").status_code == 403
        ours = proxy.post(
            "/api/ask", json={"question": QUESTION}, headers={"origin": "https://press.example.org"}
        )
        assert ours.status_code == 200
        assert proxy.get("/healthz", headers={"host": "other.example.org"}).status_code == 400


def test_in_an_application_of_ones_own(sample: Collection, tmp_path: Path) -> None:
    program = next(block for block in blocks("python") if "host.py" in block)
    (tmp_path / "host.py").write_text(program + "\n\n@app.get('/')\ndef own() -> str:\n    return 'own'\n")
    (tmp_path / ".ontherecord").symlink_to(sample.folder)
    command = [sys.executable, "-m", "uvicorn", "host:app", "--port", "0"]
    with started(command, tmp_path / "log", PYTHONPATH=f"{ROOT}{os.pathsep}{tmp_path}") as address:
        assert httpx.get(address).json() == "own"
        assert httpx.get(f"{address}/record/api/documents").json()["total"] == 9
        assert httpx.get(f"{address}/record", follow_redirects=True).status_code == 200
        client = gradio_client.Client(f"{address}/record/", verbose=False)
        answer: Any = client.predict(QUESTION, api_name="/ask")
        assert answer["quotes"]


def test_a_token_is_read_from_the_environment(sample: Collection, tmp_path: Path) -> None:
    with serving(sample.folder, tmp_path / "log", ONTHERECORD_TOKEN=TOKEN) as address:
        assert httpx.get(f"{address}/api/documents").status_code == 401
        assert httpx.get(f"{address}/healthz").status_code == 200
        shown = httpx.get(f"{address}/api/documents", headers={"authorization": f"Bearer {TOKEN}"})
        assert shown.json()["total"] == 9
        assert httpx.get(f"{address}/", auth=("anyone", TOKEN)).status_code == 200


@pytest.mark.browser
def test_a_browser_asks_for_the_token_as_a_password(sample: Collection, tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM} (apt-get install chromium, or set CHROMIUM)")
    with (
        serving(sample.folder, tmp_path / "log", ONTHERECORD_TOKEN=TOKEN) as address,
        sync_api.sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(http_credentials={"username": "anyone", "password": TOKEN})
        page.goto(address)
        page.fill("#question textarea", QUESTION)
        page.keyboard.press("Enter")
        page.locator("#conversation .reply").wait_for()
        browser.close()


def test_the_load_that_is_measured_is_answered(address: str) -> None:
    replies = ask_all(address, [QUESTION], people=4, asked=2)
    assert [reply.status for reply in replies] == [200] * 8
    assert summary(replies, 2.0).startswith("8 × 200 in 2.0 s (4 a second); p50 ")
