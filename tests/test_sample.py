"""The sample collection that ships: its notes are honest, its gold questions fit them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from eval.gold import GoldQuestion, read, verify

SAMPLE = Path(__file__).parents[1] / "eval" / "sample"
NOTES = {path.name: path.read_bytes().decode() for path in sorted(SAMPLE.glob("*.md"))}
FURNITURE = ("Skip to content", "Menu", "Share this note", "- Advertisement -")

each_note = pytest.mark.parametrize("name", NOTES)


@pytest.fixture(scope="module")
def questions() -> dict[str, GoldQuestion]:
    return {question.id: question for question in read(SAMPLE / "gold.jsonl")}


def head(name: str) -> dict[str, Any]:
    """The front matter of a note."""
    found = yaml.safe_load(NOTES[name].split("---\n")[1])
    assert isinstance(found, dict)
    return found


def body(name: str) -> str:
    """What a note says: no front matter, no page furniture, no list of other notes."""
    text = NOTES[name].split("---\n", maxsplit=2)[2].split("\nRelated notes\n", maxsplit=1)[0]
    return "\n".join(line for line in text.split("\n") if line not in FURNITURE)


def runs(text: str, length: int = 7) -> set[tuple[str, ...]]:
    """Every run of ``length`` words of a text, without case and punctuation."""
    words = re.findall(r"\w+", re.sub("['’]", "", text.lower()))
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_there_are_enough_notes() -> None:
    assert len(NOTES) >= 8


@each_note
def test_a_note_says_what_it_is(name: str) -> None:
    assert re.fullmatch(
        r"Briefing note written for On the Record from public reports of the meetings?; not an official record\.",
        head(name)["note"],
    )
    assert (
        "*A briefing note written for On the Record from public reports; not an official record.*\n"
        in body(name)
    )


@each_note
def test_a_note_has_a_title_a_place_and_no_invented_key(name: str) -> None:
    found = head(name)
    assert found["title"] and found["place"]
    assert found.keys() <= {"title", "date", "place", "note"}


def test_notes_are_dated_as_far_as_the_date_is_known() -> None:
    dates = {name: head(name).get("date") for name in NOTES}
    assert {name: found for name, found in dates.items() if found} == {
        "new-york-2012.md": date(2012, 9, 28),
        "washington-2013.md": date(2013, 1, 18),
        "new-york-2016.md": "2016-09",
        "washington-2024-questions.md": date(2024, 5, 31),
        "washington-2024-security.md": date(2024, 5, 31),
    }
    assert dates["rio-de-janeiro.md"] is None
    assert not re.search(r"\b20\d\d\b", body("rio-de-janeiro.md"))


@each_note
def test_a_note_is_short_and_not_hard_wrapped(name: str) -> None:
    assert 150 <= len(body(name).split()) <= 350
    lines = body(name).split("\n")
    wrapped = [after for before, after in pairwise(lines) if before and after and not after.startswith("- ")]
    assert wrapped == []


@each_note
def test_links_between_notes_lead_somewhere(name: str) -> None:
    for title, target in re.findall(r"\[([^\]]+)\]\(([^)]+)\)", NOTES[name]):
        assert head(target)["title"] == title


def test_two_notes_carry_page_furniture() -> None:
    furnished = [name for name, text in NOTES.items() if "\n- Advertisement -\n" in text]
    assert furnished == ["new-york-2012.md", "rio-de-janeiro.md"]
    for name in furnished:
        assert {"Skip to content", "Share this note", "Related notes"} <= set(NOTES[name].split("\n"))


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.*")), ids=lambda path: path.name)
def test_no_seven_words_in_a_row_come_from_the_shared_documents(path: Path, shared: Path) -> None:
    seeds = [found.read_bytes().decode() for found in sorted((shared / "seeds").iterdir())]
    assert seeds
    for seed in seeds:
        assert runs(path.read_bytes().decode()) & runs(seed) == set()


def test_a_copied_sentence_would_be_noticed() -> None:
    seed = "“It’s late,” she said; nobody in the house had made any tea."
    assert runs("So: its late, she said. Nobody in the kitchen") & runs(seed) == {
        ("its", "late", "she", "said", "nobody", "in", "the")
    }
    assert runs("its late, she said. Nobody in any house") & runs(seed) == set()


def test_every_gold_quote_is_verbatim(questions: dict[str, GoldQuestion]) -> None:
    verify(tuple(questions.values()), NOTES)


def test_every_kind_of_question_is_there(questions: dict[str, GoldQuestion]) -> None:
    kinds = Counter(question.kind for question in questions.values())
    assert kinds.keys() == {"topic", "fact", "who", "absent"}
    assert kinds["absent"] >= 8
    assert len(questions) >= 30
    assert sum(bool(question.history) for question in questions.values()) >= 4


def test_every_question_can_be_judged(questions: dict[str, GoldQuestion]) -> None:
    for question in questions.values():
        assert bool(question.accept) == (question.kind in {"fact", "who"}), question.id
        assert bool(question.said) == (question.kind != "absent"), question.id
        assert bool(question.quotes) or question.kind != "topic", question.id
        assert not (question.kind == "absent" and (question.quotes or question.speakers)), question.id


@pytest.mark.parametrize(
    ("topic", "words", "only_mentioned"),
    [
        ("taiwan", "Taiwan", {"who-attended.md"}),
        ("china", "China", {"washington-2024-security.md"}),
        ("south-china-sea", "South China Sea", set()),
        ("burma", "Burma", {"who-attended.md"}),
        ("iran", "Iran", set()),
        ("senkaku", "Senkaku", set()),
        ("abductions", r"\b(abduct(ed|ions)|abductees)\b", set()),
        ("denuclearization", "(?i)denucleari", set()),
        ("nuclear-tests", "test(s|ed) a nuclear device", set()),
        ("december-launch", "12 December", set()),
        ("six-party", "Six-Party", set()),
        ("camp-david", "Camp David", set()),
        ("ukraine", "Ukraine", {"who-attended.md"}),
        ("climate", "climate", set()),
        ("pacific-islands", "Pacific Islands", set()),
        ("landslide", "Papua New Guinea", set()),
        ("hague", "Hague", set()),
        ("quantum", "quantum", set()),
        ("followup-gaza", "Gaza", set()),
        ("followup-syria", "Syria", set()),
    ],
)
def test_said_is_every_note_that_speaks_of_the_topic(
    questions: dict[str, GoldQuestion], topic: str, words: str, only_mentioned: set[str]
) -> None:
    naming = {name for name in NOTES if re.search(words, body(name))}
    assert set(questions[topic].said) == naming - only_mentioned
    assert only_mentioned <= naming


@pytest.mark.parametrize("word", ["Australia", "Hong Kong", "Okinawa", "Paris", "population"])
def test_what_is_absent_is_in_no_note(word: str) -> None:
    assert not any(word in text for text in NOTES.values())
