"""Transcripts whose speakers stand on lines of their own, whose questions are in bold, or marked with a letter."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.speakers import statements

CALL = """Kelda Ferries (KLDF) Q2 2019 Earnings Call Transcript

Prepared Remarks:

Operator
Welcome to the call of Kelda Ferries.

Iris Holm -- Chief Executive Officer
Thanks, operator. We carried more cars than in any quarter since the flood. The winter boats stay at home.

Aksel Dunn -- Chief Financial Officer -- Kelda Ferries
Fuel took a third of the fares.

Questions and Answers:

Operator
Our first question comes from Wanda Price.

Wanda Price -- Lantern Bank -- Analyst
Will you order a second ship?

Iris Holm -- Chief Executive Officer
Not before the spring. We have a yard in mind.

Operator
That ends our call.

Duration: 12 minutes

Call participants:

Iris Holm -- Chief Executive Officer

Aksel Dunn -- Chief Financial Officer

Wanda Price -- Lantern Bank -- Analyst

More about Kelda Ferries and other lines.
"""
BOLD = """# The last lamp

*Ruth Calder keeps the light of Skerry. She talks about the fog.*

**Lantern Weekly: You have lived out here for thirty years. Why?**

**Ruth Calder:** Nobody asked me to leave. I like the noise.

**Is the fog getting worse?**

It comes later. In March we saw none.

The ships have stopped calling, too.

**So the light is of no use.**

It is of use to me.

**Who will keep it after you?**

A machine.

---

*This interview has been shortened.*
"""
IN_TURN = """The last lamp

Interview: Bo Kells. Ruth Calder, 70, keeps the light of Skerry.

Lantern & Gull: You have lived out here for thirty years, Ms Calder. Why?

Ruth Calder: Nobody asked me to leave. I like the noise, and the birds do not talk about money.

Is the fog getting worse?

It comes later. In March we saw none.

The boatmen want the light switched off.

Some do. They say that it keeps the herring away, which nobody has measured yet.

Have you told them?

Every week, for two years.

Who will keep it after you?

A machine, and I have met it.

This interview has been shortened.

Bo Kells wrote it down.
"""
BRIEFING = """Briefing by the Press Secretary of Skerry, Orla Finch

MS. FINCH:  Good morning. Shall we begin?

Q    Thank you. I want to ask about the harbor dues and the boats that left.

Is there a plan for the boats that stayed?

MS. FINCH:  There is. It goes to the assembly on Monday.

Q    And the lights?

MS. FINCH:  They stay on.

Q    All of them?

MS. FINCH:  All of them.
"""


def spoken(text: str, words: str) -> tuple[str | None, str] | None:
    document = Document("a.txt", "/a.txt", text.strip("# ").split("\n", 1)[0], None, None, text, ())
    place = text.index(words)
    found = [one for one in statements(document) if one.start <= place < one.end]
    return (found[0].speaker, found[0].voice) if found else None


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (CALL, "Thanks, operator", "Iris Holm, Chief Executive Officer"),
        (CALL, "The winter boats", "Iris Holm, Chief Executive Officer"),
        (CALL, "Fuel took", "Aksel Dunn, Chief Financial Officer, Kelda Ferries"),
        (CALL, "Will you order", "Wanda Price, Lantern Bank, Analyst"),
        (CALL, "Not before", "Iris Holm, Chief Executive Officer"),
        (CALL, "Our first question", "Operator"),
        (BOLD, "You have lived", "Lantern Weekly"),
        (BOLD, "I like the noise", "Ruth Calder"),
        (BOLD, "Is the fog", "Lantern Weekly"),
        (BOLD, "It comes later", "Ruth Calder"),
        (BOLD, "The ships have", "Ruth Calder"),
        (BOLD, "So the light", "Lantern Weekly"),
        (BOLD, "A machine", "Ruth Calder"),
        (IN_TURN, "Nobody asked", "Ruth Calder"),
        (IN_TURN, "It comes later", "Ruth Calder"),
        (IN_TURN, "They say that it", "Ruth Calder"),
        (IN_TURN, "A machine", "Ruth Calder"),
        (IN_TURN, "The boatmen want", None),
        (BRIEFING, "I want to ask", None),
        (BRIEFING, "Is there a plan", None),
        (BRIEFING, "It goes to the assembly", "Orla Finch, Press Secretary of Skerry"),
    ],
)
def test_who_has_the_floor(text: str, words: str, speaker: str | None) -> None:
    assert spoken(text, words) == (speaker, "direct")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (IN_TURN, "Bo Kells wrote"),
        (CALL, "Iris Holm -- Chief"),
        (CALL, "Duration"),
        (CALL, "More about Kelda"),
        (BOLD, "Ruth Calder keeps"),
        (BOLD, "This interview has"),
    ],
)
def test_lists_and_notes_are_nobodys_words(text: str, words: str) -> None:
    assert spoken(text, words) is None


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Ministers explored", "Orla Finch and Tom Birk"),
        ("They also discussed", "Orla Finch and Tom Birk"),
        ("Other matters discussed", None),
        ("thanked the crews", "Agnes Thorburn"),
        ("He attributed it", "Tom Birk, Fisheries Minister"),
    ],
)
def test_what_was_discussed_or_thanked_for_is_reported(words: str, speaker: str | None) -> None:
    text = """Talks in Skerry Bay

Fisheries Minister Orla Finch and Fisheries Minister Tom Birk met on Monday.

The Ministers explored ways to save the herring. They also discussed the lamps on the mole.

Other matters discussed at the talks were the lamps.

Agnes Thorburn of the Lantern thanked the crews for their patience.

Mr. Birk said that the herring had gone. He attributed it to warm water.
"""
    found = spoken(text, words)
    assert (found[0] if found else None) == speaker
    assert found is None or found[1] == "reported"
