"""What a model wrote against the quotes it cites: each way of being wrong is found, and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import Document
from rag.answers import LeftOut, Sentence
from rag.citing import Claim, check
from rag.model.marks import Unbalanced, quoted, stands_in
from rag.model.numbers import unstated
from rag.quotes import Quote, Voice


class Extractive:
    """The measure at its strictest: no word that the quote does not hold."""

    def supported(self, claim: Claim) -> bool:
        return not claim.alignment.new


def quote(
    number: int, text: str, speaker: str | None = None, voice: Voice = "narration", date: str | None = None
) -> Quote:
    document = Document(id=f"{number}.txt", source="", title="A title", date=date, url=None, text=text)
    return Quote(number, document, 0, len(text), speaker, voice, 0.9)


QUOTES = {
    1: quote(
        1,
        "We reaffirmed our commitment to peace and stability across the Strait, and we do not support force.",
        "Governments of Norland and Sudland",
        "joint",
        "2012-09-28",
    ),
    2: quote(2, "If Norland tests a missile, we will impose 3 new sanctions.", "Ann Lee, Minister", "direct", "2012-09-28"),
    3: quote(3, "Kerr said that 12 ships had left the port of Aden in 2016.", None, "narration"),
    4: quote(4, "On Burma, all three countries are strongly supporting the reform efforts now underway in Burma."),
    5: quote(5, "Trade grew by 3 percent, and 14 of 20 factories reopened after May 2015."),
    6: quote(6, "Sudland was attacked by Norland before the talks in Oslo."),
    7: quote(7, "The minister denied that Norland had closed the border with Sudland."),
    8: quote(8, "Officials agreed to consider ending the arms embargo against Sudland."),
    9: quote(9, "He called it “a ‘grave’ mistake” and left the hall in Oslo."),
    10: quote(10, "三国は「台湾海峡の平和と安定」の重要性を再確認した。"),
    11: quote(11, "Lee said that trade with Norland had become much easier.", "Ann Lee", "reported"),
    12: quote(12, "“We applaud the first steps,” Lee said of the new government in Oslo.", "Ann Lee", "direct"),
    13: quote(13, "Their positions on Sudland have not changed since the talks in Oslo.", "Ann Lee", "reported"),
}  # fmt: skip

SHOWN = (
    "The governments of Norland and Sudland reaffirmed their commitment to peace and stability across the Strait [1].",
    "On 28 September 2012, Ann Lee said that if Norland tests a missile, “we will impose 3 new sanctions” [2].",
    "Lee said in September 2012: “If Norland tests a missile, we will impose 3 new sanctions.” [2]",
    "“If Norland tests a missile, we will impose 3 new sanctions”, Lee said [2].",
    "Kerr said that 12 ships had left the port of Aden in 2016 [3].",
    "Kerr said that twelve ships had left the port of Aden in 2016. [3]",
    "All three countries are strongly supporting the reform efforts in Burma [4].",
    "All 3 countries are supporting the reform efforts now underway in Burma [4].",
    "Trade grew by 3 %, and 14 of 20 factories reopened after May 2015 [5].",
    "Sudland was attacked by Norland before the talks in Oslo [6].",
    "The minister denied that Norland had closed the border with Sudland [7].",
    "Ann Lee said: “We applaud the first steps,” [12].",
    "He called it \"a 'grave' mistake\" and left the hall in Oslo [9].",
)  # fmt: skip


@pytest.mark.parametrize("sentence", SHOWN)
def test_what_a_quote_bears_out_is_shown(sentence: str) -> None:
    found = check(sentence, QUOTES, Extractive())
    assert isinstance(found, Sentence), found
    assert "[" not in found.text


WRONG = {
    # citations
    "Kerr said that 12 ships had left the port of Aden in 2016.": "cites no quote",
    "Kerr said that 12 ships had left the port of Aden in 2016 [99].": "no quote [99]",
    "Kerr said that 12 ships had left the port of Aden in 2016 [3][99].": "no quote [99]",
    "Kerr said that 12 ships had left the port of Aden in 2016 [3][4].": "not in the cited quote",
    "Kerr said that 12 ships had left the port of Aden in 2016 [source 3].": "cites no quote",
    "Kerr said that 12 ships had left the port of Aden in 2016 [0].": "no quote [0]",
    # numbers and dates
    "Kerr said that 13 ships had left the port of Aden in 2016 [3].": "“13”",
    "Kerr said that 12 ships had left the port of Aden in 2017 [3].": "“2017”",
    "Kerr said that 12 ships had left the port of Aden on 3 May 2016 [3].": "“3 May 2016”",
    "Kerr said that 12 million ships had left the port of Aden in 2016 [3].": "12 million",
    "Trade grew by 30 percent, and 14 of 20 factories reopened after May 2015 [5].": "“30”",
    "Trade grew by 3 points, and 14 of 20 factories reopened after May 2015 [5].": "“3”",
    "Trade grew by 3 percent, and 20 of 14 factories reopened after May 2015 [5].": "“20”",
    "In 2012, all three countries are strongly supporting the reform efforts in Burma [4].": "“2012”",
    "All two countries are strongly supporting the reform efforts in Burma [4].": "“two”",
    "Lee said that Norland tests a missile on 28 September 2012 [2].": "28 September 2012",
    # names and speakers
    "Macron said that 12 ships had left the port of Aden in 2016 [3].": "“Macron”",
    "Kerr said that 12 ships had left the port of Basra in 2016 [3].": "“Basra”",
    "Kerr said that if Norland tests a missile, “we will impose 3 new sanctions” [2].": "“Kerr”",
    "Sudland reaffirmed its commitment to peace and stability across the Strait [1].": "does not give",
    "Macron supports the reform efforts now underway in Burma [4].": "“Macron”",
    # polarity, conditions, degrees
    "Norland and Sudland do support force across the Strait [1].": "",
    "All three countries are not supporting the reform efforts in Burma [4].": "“not”",
    "All three countries aren't supporting the reform efforts in Burma [4].": "“not”",
    "All three countries are strongly opposing the reform efforts in Burma [4].": "opposite",
    "Ann Lee said “we will impose 3 new sanctions” [2].": "leaves out",
    "Three countries are strongly supporting the reform efforts in Burma [4].": "leaves out “all”",
    "Norland had closed the border with Sudland [7].": "before",
    "The minister denied that Norland had never closed the border with Sudland [7].": "“never”",
    "Officials consider ending the arms embargo against Sudland [8].": "leaves out “agreed”",
    "Officials agreed ending the arms embargo against Sudland [8].": "leaves out",
    "The minister confirmed that Norland had closed the border with Sudland [7].": "",
    # order
    "Norland was attacked by Sudland before the talks in Oslo [6].": "before “norland”",
    "Sudland attacked Norland before the talks in Oslo [6].": "“by”",
    "Sudland was attacked by Norland after the talks in Oslo [6].": "after",
    "14 of 20 factories grew by 3 percent, and trade reopened after May 2015 [5].": "",
    # quotation marks
    "Ann Lee said that if Norland tests a missile, “we will impose 4 new sanctions” [2].": "word for word",
    "Ann Lee said that if Norland tests a missile, “we shall impose 3 new sanctions” [2].": "word for word",
    "Ann Lee said: “If Norland tests a missile … 3 new sanctions” [2].": "word for word",
    "Ann Lee said „If Norland tests 3 new sanctions“ [2].": "word for word",
    "Ann Lee said «If Norland tests 3 new sanctions» [2].": "word for word",
    "Ann Lee said 'If Norland tests 3 new sanctions' [2].": "word for word",
    "Ann Lee said “If Norland tests a missile, we will impose 3 new sanctions [2].": "no partner",
    "三国は「台湾海峡の安定」の重要性を再確認した [10]。": "word for word",
    "Ann Lee said that “trade with Norland had become much easier” [11].": "the writer’s words",
    "Ann Lee said: “‘We applaud the first steps,’ Lee said of the new government in Oslo.” [12]": "the writer’s words",
    "Their positions on Sudland have not not changed since the talks in Oslo [13].": "more or less often",
    "Their positions on Sudland have not changed since the talks in Oslo not [13].": "more or less often",
    # who is meant, who speaks
    "We will impose 3 new sanctions if Norland tests a missile [2].": "as if this program spoke",
    "They are strongly supporting the reform efforts now underway in Burma [4].": "who “they” is",
    "It was attacked by Norland before the talks in Oslo [6].": "what “it” is",
    # shape
    "Oslo [6].": "too little",
    "Was Sudland attacked by Norland before the talks in Oslo [6]?": "asks",
    "Sudland was attacked by Norland <b>before</b> the talks in Oslo [6].": "neither words nor citations",
    "Sudland was attacked by Norland, see https://evil.example [6].": "neither words nor citations",
    "Sudland was attacked by Nor\u200bland before the talks in Oslo [6].": "do not show",
    "Sudland was attacked by Norland before the talks in \ufffd Oslo [6].": "do not show",
    "Sudland was " + "very " * 200 + "attacked by Norland before the talks in Oslo [6].": "too long",
    # words of its own
    "Sudland was brutally attacked by Norland before the talks in Oslo [6].": "too little of it",
    "The embargo failed, as experts had predicted for years [8].": "",
}


@pytest.mark.parametrize("sentence", WRONG)
def test_what_no_quote_bears_out_is_left_out_with_the_reason(sentence: str) -> None:
    found = check(sentence, QUOTES, Extractive())
    assert isinstance(found, LeftOut), found
    assert WRONG[sentence] in found.reason


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "a b" and “c d”.', ["a b", "c d"]),
        ("“a ‘b’ c”", ["a ‘b’ c"]),
        ("„Guten Tag“ und »gute Nacht« et «bonjour»", ["Guten Tag", "gute Nacht", "bonjour"]),
        ("「今日は『x』」と", ["今日は『x』"]),
        ("it's 'hard to say', isn't it", ["hard to say"]),
        ("the allies’ forces in the '90s", []),
        ("‘the states’ rights’ end", ["the states’ rights"]),
    ],
)
def test_quotation_marks_of_all_styles(text: str, inner: list[str]) -> None:
    assert [text[span.start : span.end] for span in quoted(text)] == inner


@pytest.mark.parametrize("text", ['an "open', "a” b", "“a", "«a", "「a", "x‘ y ‘z"])
def test_marks_without_a_partner_are_found(text: str) -> None:
    with pytest.raises(Unbalanced):
        quoted(text)


@given(st.text(alphabet="ab c'\"“”„‘’«»「」.,", max_size=30))
def test_no_marks_are_overlooked(text: str) -> None:
    """Whatever is left outside the pairs found holds no double mark."""
    try:
        spans = quoted(text)
    except Unbalanced:
        return
    outside = "".join(
        character
        for at, character in enumerate(text)
        if not any(span.start - 1 <= at <= span.end for span in spans)
    )
    assert not set(outside) & set('"“”„«»「」')


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("a b", "x a\n b.", True),
        ("able", "unable", False),
        ("3", "13", False),
        ("3", "3.5 men", False),
        ("3", "there are 3.", True),
        ("“a” b", '"a" b', True),
        ("台湾", "在台湾海峡", True),
        ("", "a", False),
    ],
)
def test_words_stand_whole(words: str, text: str, stands: bool) -> None:
    assert stands_in(words, text) is stands


@pytest.mark.parametrize(
    ("sentence", "text", "missing"),
    [
        ("three ministers", "3 ministers", None),
        ("3 per cent", "3%", None),
        ("28 September 2012", "September 28, 2012", None),
        ("in September 2012", "2012-09-28", None),
        ("twenty-one men", "twenty one men", None),
        ("3 people", "3 million people", "3"),
        ("$3 million", "3 million", "3 million"),
        ("3 percentage points", "3 percent", "3"),
        ("29 September 2012", "2012-09-28", "29 September 2012"),
        ("3 ministers and 5 ships", "5 ministers and 3 ships", "3"),
        ("the first time", "the second time", "first"),
        ("half of it", "all of it", "half"),
        ("-3 degrees", "3 degrees", "3"),
        ("٣ men", "4 men", "٣"),
    ],
)
def test_numbers_are_the_same_or_missing(sentence: str, text: str, missing: str | None) -> None:
    assert unstated(sentence, [], text) == missing
