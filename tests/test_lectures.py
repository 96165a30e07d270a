"""Speeches and lectures whose head says who gives them, and texts that only look like one."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.speakers import statements

TEXT = """I want to talk about oak. My father bought his first boat for nine crowns, and I still have the bill.

A builder named Tom Ray told me that he had sold his saw. "I was wrong," he said. I gave him a plank.

We need oak, and I will plant it. Nobody knows the price of a boat that was never built.
"""
UNION = "Rita Holm, President of the Union of Pilots"


def said(head: str, text: str, words: str) -> tuple[str | None, str] | None:
    whole = f"{head}\n\n{text}"
    place = whole.index(words)
    title = head.split("\n", 1)[0].strip("# *")
    found = [
        one
        for one in statements(Document("a", "/a", title, None, None, whole))
        if one.start <= place < one.end
    ]
    return (found[0].speaker, found[0].voice) if found else None


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        (f"The Marsh Lecture 2024\n“On Small Boats”\nDr {UNION}\nDell Hall, Kelda, 4 May 2024", UNION),
        (f"On Small Boats\nCheck against delivery\n{UNION}", UNION),
        (f"On Small Boats\n{UNION}\n\nLadies and gentlemen,", UNION),
        (f"# The Dell Oration\n\n**{UNION}**", UNION),
        (
            "Commencement Address\nThe Hon. Rita Holm\nMinister of Fisheries",
            "Rita Holm, Minister of Fisheries",
        ),
        ("The Marsh Lecture\nProfessor Rita Holm\nUniversity of Kelda", "Rita Holm, Professor"),
        ("The Marsh Lecture\nAnna Holm\nDell Hall, 4 May 2024", "Anna Holm"),
        ("On Small Boats\nSkerry Forum\nSpeech by Rita Holm, Mayor of Dell", "Rita Holm, Mayor of Dell"),
        ("On Small Boats\nSkerry Forum\nKeynote address delivered by Rita Holm", "Rita Holm"),
        ("Toast to the harbour master\nSpoken by Rita Holm at the Dell Inn", "Rita Holm"),
        ("Sermon\nPreacher: The Rt Rev Rita Holm, Bishop of Dell", "Rita Holm, Bishop of Dell"),
        (f"Remarks by {UNION}\nSkerry Forum", UNION),
    ],
)
def test_a_speech_is_whose_name_its_head_prints(head: str, speaker: str) -> None:
    for words in ("I want to talk", "A builder named", "We need oak"):
        assert said(head, TEXT, words) == (speaker, "direct")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Oak is dear\nBy Rita Holm, President of the Union of Pilots", TEXT),  # a byline
        ("A life with oak\nRita Holm, columnist", TEXT),  # nothing calls it a speech
        (f"MINUTES\nKeynote talk\nDr {UNION}", TEXT),
        (f"Panel on oak: keynote talk\nDr {UNION}\nTom Marsh, Mayor of Dell", TEXT),  # of two it is neither's
        (
            f"The Marsh Lecture\nDr {UNION}",
            TEXT + "\nHolm said that the hall was full.\n",
        ),  # it is told of her
        (
            f"The Marsh Lecture\nDr {UNION}",
            "The hall was full on Friday. We need oak. It will be dear by spring.\n",
        ),
        ("The Marsh Lecture\nMarsh Hall, Kelda", TEXT),
    ],
)
def test_other_texts_are_not_whom_their_heads_name(head: str, text: str) -> None:
    found = said(head, text, "We need oak")
    assert found is None or found[1] != "direct"
