"""Who is on record in the house styles of parliaments, courts, press offices, interviews and statements.

Each file of ``records`` is a document of invented matter in the true form of its kind. A mark after words
tells who says them: ``{Ann Bell}`` directly, ``{joint:Ann Bell}`` in that voice, ``{?}`` somebody who is not
named, ``{-}`` nobody.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index import furniture, titles
from index.documents import Document
from rag.speakers import statements

RECORDS = sorted((Path(__file__).parent / "records").iterdir())
MARK = re.compile(r" ?\{(?P<who>[^{}\n]*)\}")


def unmarked(raw: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without its marks, and for each mark the place of the last letter before it."""
    text, done = "", 0
    marks = []
    for found in MARK.finditer(raw):
        text += raw[done : found.start()]
        done = found.end()
        marks.append((max(n for n, c in enumerate(text) if c.isalnum()), found["who"]))
    return text + raw[done:], marks


def agrees(wanted: str, found: tuple[str | None, str] | None) -> bool:
    if wanted in ("-", "?"):
        return found == (None if wanted == "-" else (None, "direct"))
    voice, _, speaker = wanted.rpartition(":")
    if found is None or found[1] != (voice or "direct"):
        return False
    return not speaker or (found[0] is not None and speaker.lower() in found[0].lower())


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_everybody_has_their_own_words(record: Path) -> None:
    text, marks = unmarked(record.read_text("utf-8"))
    aside = furniture.find(text)
    title = titles.find(text, aside, {}, record.stem)
    made = statements(Document(record.name, str(record), title, None, None, text, aside))
    wrong = []
    for place, wanted in marks:
        found = next(((one.speaker, one.voice) for one in made if one.start <= place < one.end), None)
        if not agrees(wanted, found):
            wrong.append((text[max(0, place - 60) : place + 1], wanted, found))
    assert marks
    assert not wrong


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Bell, owner of the forge, asked the council to mend the lamp.", "Ann Bell, owner of the forge"),
        ("Ann Bell asked that the lamp be mended.", "Ann Bell"),
        ("Tom Birk asked the pilots to wait.", None),
        ("Tom Birk asked the clerk a question.", None),
        ("The pilots threatened to strike on Monday.", "The pilots"),
        ("Salt damage threatens the towers and can lead to their closing.", None),
        ("Today's newly announced plan for the northern lights uses a broad idea of light.", None),
    ],
)
def test_requests_and_threats_are_reported_and_dangers_are_not(text: str, speaker: str | None) -> None:
    made = statements(Document("a.txt", "/a.txt", "", None, None, text, ()))
    assert [one.speaker for one in made] == ([speaker] if speaker else [])
