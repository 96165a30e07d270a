"""What news reports do around quotations: datelines, bylines, titles, namesakes, fragments of a word or two."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.quotes import Statement
from rag.speakers import statements


def holding(text: str, words: str) -> Statement | None:
    """The statement in which the words stand."""
    start = text.index(words)
    document = Document("a.txt", "/a.txt", "", None, None, text, ())
    return next((s for s in statements(document) if s.start <= start < s.end), None)


# text, words of the quotation, speaker (None: unknown)
DIRECT = [
    # the dateline is no subject
    ("LEEDS (PW) — Ana Torres left the board, calling it “a circus of vanities.”", "a circus", "Ana Torres"),
    ("LEEDS, May 4 (Press Wire) - Ana Torres left, calling it “a circus of vanities”.", "a circus", "Ana Torres"),
    ("Leeds (PW)Ana Torres left the board, calling it “a circus of vanities.”", "a circus", "Ana Torres"),
    ("SAN TOMAS, Calif. -- “It is a circus,” Ana Torres said.", "It is", "Ana Torres"),
    # a party and a state after the name
    ("“It is a circus,” Sen. Ana Torres (D-Fla.) said on the floor.", "It is", "Ana Torres, Sen."),
    ("“Is it a circus?” Rep. Ana Torres (R-Ky.) asked on the floor.", "Is it", "Ana Torres, Rep."),
    # apposition
    ("“It is a circus,” the driver, 61-year-old Bob Reed, told them.", "It is", "Bob Reed, driver"),
    ("One, the late Bob Reed, once called it “a circus of vanities.”", "a circus", "Bob Reed"),
    # verbs that no list knows, and those of two words
    ("Bob Reed, told of the vote, yodelled, “I am coming home!”", "I am", "Bob Reed"),
    ("“It is a circus,” harrumphed Bob Reed.", "It is", "Bob Reed"),
    ("Bob Reed shot back that “nobody here owns a circus.”", "nobody", "Bob Reed"),
    ("Last night Bob Reed was telling a hall that the plan came to “four tents and a goat.”", "four", "Bob Reed"),
    ("Said Bob Reed: “I cannot swim.”", "I cannot", "Bob Reed"),
    # the subject of the clause that ends in "and said", and of the clause that another one follows
    ("It turned when Bob Reed, asked about it, faced Ana Torres and said, “At least I paid.”", "At least", "Bob Reed"),
    ("Bob Reed favours that plan, but admits it is “not exactly cheap at the price”.", "not exactly", "Bob Reed"),
    ("Bob Reed said it was “the start of the war,” while his aide Ana Torres called it “a family outing.”", "the start", "Bob Reed"),
    ("Bob Reed promised much. Now he's worried about “our tents and our goats.”", "our tents", "Bob Reed"),
    # descriptions of whoever has the floor
    ("Gov. Ana Torres has had enough. “They need a plumber,” the Republican governor said.", "They need", "Ana Torres, Gov."),
    ("Sister Ana Torres called it a crack.\n\n“You know the song,” the nun said.", "You know", "Ana Torres"),
    ("The trade ministers Ana Torres and Bob Reed met.\n\n“It is a circus,” Torres said.", "It is", "Ana Torres, trade minister"),
    # namesakes: the first is called by the family name alone
    ("Board president Ana Reed lost to her cousin, Bob Reed.\n\n“I will be back,” Reed said.", "I will", "Ana Reed, Board president"),
    ("Tom and Ana Reed raise goats. “They sing,” Reed said.", "They sing", "Reed"),
    # the answer is the other's
    ("“Would you share the name?” Bob Reed asked Tom Hale.\n\n“No,” he replied.", "No", "Tom Hale"),
    # somebody without a name is meant
    ("Bob Reed left.\n\nAna Torres was calm. Her husband nodded. “A few of them sang,” he said.", "A few", None),
    # participles and relative clauses
    ("Ana Torres lost a friend on Friday when her deputy, Bob Reed, left the board, calling it “a circus of vanities.”", "a circus", "Bob Reed, deputy"),
    ("They played a tape in which Bob Reed can be heard telling a friend, “I will sell the goats.”", "I will", "Bob Reed"),
    ("The vote dragged on, with Bob Reed saying that “no goat was ever counted twice.”", "no goat", "Bob Reed"),
    ("Bob Reed, who two hours earlier had told a friend that it was “the end of the circus,” left.", "the end", "Bob Reed"),
    ("A driver who would not give his name said it was “the end of the circus.”", "the end", "A driver"),
    ("The head of the union that represents drivers told us it was “the end of the circus.”", "the end", "The head of the union"),
    ("It ended with a ruling the drivers' lawyer called “a gift to every circus.”", "a gift", "the drivers' lawyer"),
    ("He said her boss was kind. She said her boss, Bob Reed, once stood there and said, “Sell the goats.”", "Sell the", "Bob Reed, boss"),
    ("A source said Bob Reed, told of the vote, whooped, “I am coming home!”", "I am", "Bob Reed"),
    # names that are common words or titles too
    ("“It is a circus,” wrote former campaign aide Will Reed on Monday.", "It is", "Will Reed, former campaign aide"),
    ("Susanna Prince held a sign. “It is my turn,” she said.", "It is", "Susanna Prince"),
    ("His wife, Nell, keeps goats. “I never thought I would,” she said.", "I never", "Nell, wife"),
    ("Le maire Jean Morin est là. « Le pont est solide », a dit M. Morin.", "Le pont", "Jean Morin, maire"),
    ("M. Morin attend. « Nous attendons », a dit M. Morin.\n\nLe maire, Jean Morin, est là.", "Nous", "Jean Morin, maire"),
    ("La préfète, Ana Morin, est là.\n\n« Le port avance », a déclaré la préfète.", "Le port", "Ana Morin, préfète"),
    ("Ana Torres left. In a letter to Reed, the Utah Democrat said it was “a circus of vanities.”", "a circus", "Ana Torres"),
    ("Fraternal Order of Police President Dean Reed was calm: “I will believe it when I see it.”", "I will", "Dean Reed, Fraternal Order of Police President"),
    ("“It is a circus,” manager Don Reed said.", "It is", "Don Reed, manager"),
    # marks as TeX and the Penn Treebank write them
    ("`` It is a circus , '' said Bob Reed . `` No tent is safe . ''", "No tent", "Bob Reed"),
    # whom a pronoun or a description means
    ("Ana Torres left.\n\nWhen I told this to Bob Reed, he put down his hat. “That old tent,” he said.", "That old", "Bob Reed"),
    ("Ana Torres ran the campaign of the candidate, Bob Reed. “We won,” she said.\n\nThe candidate himself said “we were lucky in the rain.”", "we were lucky", "Bob Reed, candidate"),
    ("“What is she hiding?” the Democratic nominee asked.\n\nBob Reed, the 2012 nominee, was silent.", "What is", "the Democratic nominee"),
    ("Ted Hale was calm. “I always said it,” he said. Asked whether he blamed Bob Reed, a friend, he paused. “He is kind,” he said.", "He is", "Ted Hale"),
    ("Hale's widow, Dottie, met them. Asked how she was, she waved. “They hold me up,” she said.", "They hold", "Dottie, widow"),
    # nested marks at the end
    ("“He was slow,” Bob Reed said. “He took it off and said, ‘No excuse.’” Then Reed stood up.", "He took", "Bob Reed"),
    # a word or two
    ("Ana Torres called the findings “vile” and left.", "vile", "Ana Torres"),
    ("Ana Torres said she was “deeply hurt” by it.", "deeply", "Ana Torres"),
    ("Ana Torres turned on the board, labelling the vote “pure theatre”.", "pure", "Ana Torres"),
    ("Ana Torres accused the board of “crude theatre”.", "crude", "Ana Torres"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), DIRECT)
def test_quoted_words_are_attributed(text: str, words: str, speaker: str | None) -> None:
    found = holding(text, words)
    assert found is not None, f"nobody is on record with {words!r}"
    assert (found.speaker, found.voice) == (speaker, "direct")


# text, words in quotation marks that nobody said
NOBODYS = [
    ("Ana Torres spoke on Monday's edition of “Meet the Town,” telling the host that she left.", "Meet the"),
    ("His column, “The Tent,” ran for years, Bob Reed said.", "The Tent"),
    ("“I was surprised at Bob,” Ana Torres told “Town & Country.”", "Town"),
    ("Ana Torres told Bob Reed on “The Tent” that it was over.", "The Tent"),
    ("Ana Torres wept over the chants of “No tents, no peace!”", "No tents"),
    (
        "“That was it,” said Ana Torres, who wrote a book about the town's drivers, “Tent Rules.”",
        "Tent Rules",
    ),
    ("Ana Torres said that under the Goat and Tent Safety Act (“the Goat Act”) all were safe.", "the Goat"),
    (
        "They fought it by naming owners, and countering the use of tents in “know your goat” rules.",
        "know your",
    ),
    ("Ana Torres said the “no show” list was long.", "no show"),
]


@pytest.mark.parametrize(("text", "words"), NOBODYS)
def test_titles_and_the_writers_own_words_are_nobodys(text: str, words: str) -> None:
    found = holding(text, words)
    assert found is None or found.voice != "direct"


def test_the_author_of_a_report_is_nobody_in_it() -> None:
    text = "By Bob Reed and Ana Torres\n\nMayor Jane Holt left.\n\n“It is a circus,” Holt said. “Reed knows it,” she said."
    found = holding(text, "Reed knows")
    assert found is not None
    assert found.speaker == "Jane Holt, Mayor"


def test_a_title_does_not_take_the_floor() -> None:
    text = "“That was it,” said Ana Torres, who wrote a book about goats, “Tent Rules.” “The air went out of him.”"
    found = holding(text, "The air")
    assert found is not None
    assert found.speaker == "Ana Torres"


def test_fragments_are_cut_out_of_the_report_around_them() -> None:
    text = "Ana Torres said on Monday that the plan was “pure theatre” and that she would not vote for it."
    document = Document("a.txt", "/a.txt", "", None, None, text, ())
    made = [(s.voice, text[s.start : s.end]) for s in statements(document)]
    assert made == [
        ("reported", "Ana Torres said on Monday that the plan was"),
        ("direct", "pure theatre"),
        ("reported", "and that she would not vote for it"),
    ]


REPORTED = [
    ("Bob Reed spoke of the urgent need to mend the tents.", "Bob Reed"),
    ("Bob Reed counted two tents and a goat among the gains.", "Bob Reed"),
    ("The two presidents spoke of bridges and of roads.", None),
    ("Bob Reed saw the tents on Monday.", None),
    ("Bob Reed called for every tent to be mended.", "Bob Reed"),
    ("Bob Reed called on the town to mend the tents.", "Bob Reed"),
    ("Bob Reed called Ana Torres at noon.", None),
    ("Bob Reed criticised the price of the tents.", "Bob Reed"),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_speeches_of_something_and_judgements_are_reported(text: str, speaker: str | None) -> None:
    found = holding(text, text[:8])
    assert (found.speaker if found is not None else None) == speaker


def test_what_stands_in_quotation_marks_is_no_statement_without_a_word() -> None:
    text = (
        "The mayor, Ana Torres, answered: “They hired only “goats and tents” and more, and it was our ruin”.”"
    )
    document = Document("a.txt", "/a.txt", "", None, None, text, ())
    assert all(any(char.isalnum() for char in text[s.start : s.end]) for s in statements(document))


def test_a_heading_in_capitals_is_no_speaker() -> None:
    text = "PROMISE MADE: “Today, I am announcing a plan to end all the tents in town,” it begins."
    found = holding(text, "Today")
    assert found is None or found.speaker != "PROMISE MADE"


TALKS = """UNION SPURNS PAY OFFER AS KELDA COUNTS LOAVES

Tove Lamb, secretary of the United Bread Workers, had come on foot. The union called the offer "a smaller loaf".

More than two hundred have asked for the form, Lamb said. The 12 million crowns promised in May will last.

Bo Trell, chief executive of Stenn, was there. The owner of the mill, an engineering firm called Orrin & Vane,
was not. We asked the ministry who had paid for the mill, and it told us that nobody had."""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("a smaller loaf", "United Bread Workers"),
        ("More than two hundred", "Tove Lamb, secretary of the United Bread Workers"),
        ("The 12 million crowns", None),
        ("nobody had", "the ministry"),
    ],
)
def test_a_sentence_is_of_whoever_its_own_words_name(words: str, speaker: str | None) -> None:
    made = statements(Document("a.txt", "", TALKS.split("\n", 1)[0], None, None, TALKS, ()))
    at = TALKS.index(words)
    assert next((s.speaker for s in made if s.start <= at < s.end), None) == speaker
