"""Who asks and who answers in interviews whose turns are marked by letters or by their type alone."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.speakers import statements

TALK = """# “A river has no manners”

*The Millpond – the monthly, 4 March 2021*

*Dr Ada Quillon, 52, is a hydrologist at Brenford College. For three years she and her pupils have measured
the Tarn, in which the perch have become rare. Her book came out on Monday, and the shops of the town had sold
all of it by Tuesday noon, to her own surprise and to that of the bookseller. Interview: Lena Orrick.*

{first} Dr Quillon, where are the perch?{close}

{second} I would look in the shade first. They were there when my mother swam.

{first} And then?{close}

{second} Then I'd ask the herons.

{first} Is it too late?{close}

{second} My pupils think so. I don't."""

LAYOUTS = [
    ("**Q:", "**", "A:"),
    ("Q:", "", "A:"),
    ("Q.", "", "A."),
    ("**Q**", "", "**A**"),
    ("Question —", "", "Answer —"),
    ("QUESTION:", "", "ANSWER:"),
    ("**", "**", ""),
    ("__", "__", ""),
    ("*", "*", ""),
    ("###", "", ""),
]


def spoken(text: str, words: str) -> tuple[str | None, str] | None:
    """Who says these words, and in which voice."""
    title = text.split("\n", 1)[0].strip("# ")
    at = text.index(words)
    made = statements(Document("a.md", "", title, None, None, text, ()))
    return next(((s.speaker, s.voice) for s in made if s.start <= at < s.end), None)


@pytest.mark.parametrize(("first", "close", "second"), LAYOUTS)
def test_the_introduction_tells_who_is_asked_and_who_asks(first: str, close: str, second: str) -> None:
    text = TALK.format(first=first, close=close, second=second).replace("** Dr", "**Dr")
    for typed in ("**", "__", "*"):
        text = text.replace(f"\n{typed} ", f"\n{typed}")
    assert spoken(text, "look in the shade") == ("Ada Quillon", "direct")
    assert spoken(text, "My pupils think so") == ("Ada Quillon", "direct")
    assert spoken(text, "where are the perch") == ("Lena Orrick", "direct")
    assert spoken(text, "Her book came out") is None


LETTERED = "{head}\n\nQ: {call}when do you rise?\n\nA: At two.\n\nQ: Always?\n\nA: But for Mondays."


@pytest.mark.parametrize(
    ("head", "call", "speaker"),
    [
        ("An interview with Oskar Lind", "", "Oskar Lind"),
        ("Ruth Kestle spoke to the baker Oskar Lind in his shop.", "", "Oskar Lind"),
        ("Oskar Lind bakes. Ruth Kestle sells what he bakes.", "Ms Kestle, ", "Ruth Kestle"),
        ("Bread and how it is made", "Mr Lind, ", "Mr Lind"),
        ("The Ferry Lamp, 3 May 2021\n\nOskar Lind, 60, is a baker in Esk.", "", "Oskar Lind"),
    ],
)
def test_letters_stand_for_whoever_the_text_tells_of(head: str, call: str, speaker: str) -> None:
    assert spoken(LETTERED.format(head=head, call=call), "At two") == (speaker, "direct")


def test_questions_in_type_without_letters_are_an_interviewers() -> None:
    text = (
        "# The last ferryman\n\nTom Harrow, 71, has rowed people for years. Jane Abbot spoke to him.\n\n"
        "**How did it begin?**\n\nMy uncle broke his arm.\n\nI was given the oars.\n\n**And today?**\n\n"
        "On Sundays I have more than I can carry.\n\n**What then?**\n\nI have a niece.\n\n"
        "Tom Harrow lives in Esk."
    )
    assert spoken(text, "given the oars") == ("Tom Harrow", "direct")
    assert spoken(text, "And today") == ("Jane Abbot", "direct")
    assert spoken(text, "I have a niece") == ("Tom Harrow", "direct")
    assert spoken(text, "lives in Esk") is None


def test_questions_that_a_house_answers_are_no_interview() -> None:
    text = (
        "# Parking in the old town\n\nTom Harrow, 71, has run the office for years.\n\n**What is a permit?**"
        "\n\nA permit costs 40 crowns.\n\n**Where can one be had?**\n\nAt the town hall.\n\n"
        "**What if it is lost?**\n\nCome back at nine."
    )
    assert spoken(text, "A permit costs") is None
