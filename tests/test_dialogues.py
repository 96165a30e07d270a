"""Who speaks in dialogues and chains of the press: turns without a reporting clause, calls, interviews."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.speakers import statements
from rag.speech.vocatives import calls

ANA, BOB = "Ana Torres", "Bob Reed"


def speakers(text: str) -> list[str | None]:
    """The names, without their roles, of those who are quoted, in order."""
    found = statements(Document("a.txt", "/a.txt", "", None, None, text, ()))
    return [one.speaker.split(",")[0] if one.speaker else None for one in found if one.voice == "direct"]


CALLED = [
    ("Then unseal it, Ms. Torres, or find another word.", ["Ms. Torres"]),
    ("He had a car, Bob.", ["Bob"]),
    ("Well, Ana, nobody does.", ["Ana"]),
    ("Senator, it is a hole in the budget.", ["Senator"]),
    ("Thank you, Mr. Chairman. It is late.", ["Mr. Chairman"]),
    ("I am sorry, ma’am, they were out of it", ["ma'am"]),
    ("It was locked, sir.", ["sir"]),
    ("Ana!", ["Ana"]),
    ("Why now? Bob, you know why.", ["Bob"]),
    ("I count, Bob, because you never do.", ["Bob"]),
    # a name that is told of, or called by somebody else, is not called here
    ("I met my wife, Ana.", []),
    ("My brother, Bob, came late.", []),
    ("Ana, who is late, knows.", []),
    ("Ana, Bob and Lee came.", []),
    ("We saw Ana, Bob, and Lee.", []),
    ("She said, ‘Bob, get up off the floor.’ So he did.", []),
    ("Bob came late.", []),
]


@pytest.mark.parametrize(("text", "called"), CALLED)
def test_whom_quoted_words_call(text: str, called: list[str]) -> None:
    assert calls(text) == called


TURNS = [
    # whom the words call does not speak them
    ("“You never listened,” Ana Torres said.\n\n“I listened for years,” Bob Reed said.\n\n“You slept, Bob.”", [ANA, BOB, ANA]),
    ("“You never listened,” Ana Torres said.\n\n“I listened for years,” Bob Reed said.\n\n“Well, Bob, that is news to me.”", [ANA, BOB, ANA]),
    ("“Where is the ledger?” asked the judge, Ana Torres.\n\n“Under lock,” replied Bob Reed, the clerk.\n\n“Then unlock it, Mr. Reed, or find another key.”", [ANA, BOB, ANA]),
    ("Ana Torres and Bob Reed mend nets. “He snores,” Torres says.\n\n“She counts,” Reed says.\n\n“I count, Bob, because you never do.”", [ANA, BOB, ANA]),
    ("Ana and Bob Reed run an inn. “He burns the toast,” Ana Reed said.\n\n“Ana,” her husband said.\n\n“Every morning, he burns it.”", ["Ana Reed", "Bob Reed", "Ana Reed"]),
    ("Governor Ana Torres met Bob Reed. “I will sign it,” Torres said.\n\n“You said so last year, Governor.”", [ANA, None]),
    ("Senator Bob Reed rose. The panel’s chairman, Senator Ana Torres, held up a card. “It says ten,” Ms. Torres said.\n\n“Madam Chairman, it does,” the senator said.", [ANA, BOB]),
    # of those who are told of, or whom somebody else called, anybody may speak
    ("“The bridge is shut,” Ana Torres said.\n\n“I told Bob Reed so at breakfast.”", [ANA, ANA]),
    ("Bob Reed left. “The bridge is shut,” Ana Torres said.\n\n“Then I met my friend, Bob Reed.”", [ANA, ANA]),
    ("“He said, ‘Ana, you are late,’ and left,” Ana Torres said.\n\n“So I ran after him.”", [ANA, ANA]),
    # question and answer, and what follows from them
    ("“Did you open the gate?” Ana Torres asked.\n\n“I did not,” Bob Reed said.\n\n“Who did?”\n\n“The wind did.”", [ANA, BOB, ANA, BOB]),
    ("“Did you open the gate?” Ana Torres asked.\n\n“I did not,” Bob Reed said.\n\n“But you had the key.”\n\n“Everybody had the key.”\n\n“Not everybody sleeps there.”", [ANA, BOB, ANA, BOB, ANA]),
    ("‘Has she told you I forget my lines?’ Bob Reed asks.\n\n‘I have told them nothing,’ says Ana Torres.\n\n‘Well, I do.’ He seems pleased. ‘All of them.’", [BOB, ANA, BOB, BOB]),
    ("Bob Reed mends boats. “I like it,” he said.\n\nHis wife, Ana, poured tea. “You ought to show him the letters,” she said.\n\n“I don’t want to show the letters.”\n\n“Then I will,” said Ana.", [BOB, "Ana", BOB, "Ana"]),
    ("Mayor Ana Torres put up a chart. “What fills it?” she asked.\n\n“Growth fills it,” said Bob Reed.\n\nTorres let him finish. She put up another.\n\n“I do not know that chart,” Reed said.\n\n“It is from your own office.”", [ANA, BOB, BOB, ANA]),
    # in a row of reactions the last goes on; so does whoever is quoted alone, or asks himself
    ("“It is a fine bridge,” said Ana Torres.\n\n“It is an ugly bridge,” said Bob Reed, a baker.\n\n“The council has spent nine million on a thing that nobody in this town wanted, and next year it will spend more of it.”", [ANA, BOB, BOB]),
    ("“We asked for forty pages and got two,” Ana Torres said.\n\n“I do not doubt that he is a decent man. But decent fills no dam.”", [ANA, ANA]),
    ("“Why now?” Ana Torres said. “Because we can.”\n\n“And because we must.”", [ANA, ANA, ANA]),
    ("“Who pays?” Ana Torres asked at the meeting.\n\nBob Reed, the treasurer, set down his pen.\n\n“We do.”", [ANA, BOB]),
    # somebody spoke of whom it is not told who
    ("Bob Reed was there. “You are up by four,” the younger one said. “You look worse.”", [None, None]),
    ("“It is low,” a voice said to be Torres’s came back. “Low can fall.”\n\n“I would like that,” Bob Reed says.\n\n“Then say your prayers.”", ["a voice", "a voice", BOB, "a voice"]),
    ("“You had the map,” Ana Torres said.\n\n“It was the wrong map,” Bob Reed replied.\n\nThe bell rang twice and everybody stood.\n\n“We meet again in May.”", [ANA, BOB, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_whose_turn_it_is(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


EXCHANGE = """Sen. Ana Torres met the host, Bob Reed, on Monday. “I am glad,” Torres said. It went like this:

REED: “Who pays for it?”

TORRES: “Growth pays, Bob.”

REED: “How?”

TORRES: “Slowly.”

On Tuesday her office was calmer. “She was tired,” said Lee Moss, an aide.

By noon a shirt read “Slowly Does It.”"""


def test_an_article_tells_an_exchange_under_labels() -> None:
    assert speakers(EXCHANGE) == [ANA, BOB, ANA, BOB, ANA, "Lee Moss"]


ANSWERS = """The Last Ropemaker

By Lee Moss

Ana Torres, 84, closes her shop in May. The sign on West 9th Street says “NO CHAINS HERE, SORRY.”

How did you start?

“With string.”

Was it hard?

“Everything is hard. You pull.” She laughs. “You pull again.”

Your son helped.

“When he was awake.”

As she says this her son, Bob, looks up from a coil. “I was eight,” he says.

“You were heavy.”

People say rope is coming back.

“They say that of everything.”

What will you miss?

“The smell,” she says at last. “Who else will smell it?”"""


def test_an_interview_quotes_its_answers_only() -> None:
    found = speakers(ANSWERS)
    assert found[0] is not None
    assert found[0].startswith("The sign")
    assert found[1:] == [ANA, ANA, ANA, ANA, "Bob", ANA, ANA, ANA, ANA]


BEHIND = """Lee Hall, magazine of the quay

Ana Torres is a caster in the ninth generation. We talked on the steps, where she ate chips.

Quay: Your pieces hang beside the old ones. What was that like? “Hot. I had not expected it at all.”

Quay: Some people say there are too many. “Let them. They bring no bronze.”

Quay: Where are the others? “Nine are here.”

Quay: And the young? She puts the chips down. “They mend telephones. I don’t blame them.”"""


def test_answers_may_stand_behind_their_questions() -> None:
    assert speakers(BEHIND) == [ANA] * 4


def test_two_questions_of_the_writer_make_no_interview() -> None:
    text = (
        "Ana Torres rowed home. “It was dark,” said Bob Reed, who waited.\n\nWas he afraid?\n\n“I was,” Reed said."
        "\n\nWho would not be?\n\n“Nobody,” Torres said."
    )
    assert speakers(text) == [BOB, BOB, ANA]


def test_a_question_of_the_writer_parts_nobody_from_the_answer() -> None:
    text = "“I rang my mother,” Ana Torres said.\n\nWhat did the mother say?\n\n“She asked whether I was eating.”"
    assert speakers(text) == [ANA, ANA]


SCENES = [
    # the subject of the sentence before speaks
    ("Ana Torres was asked about Bob Reed on Friday. She shrugged. “My mother drives a bus.”", [ANA]),
    ("“She charged me for rope,” says Bob Reed. As he says this his daughter, Ana, looks up. “I charge everybody,” she says.", [BOB, "Ana"]),
    ("Bob Reed spoke first. “It is over,” he said. Ana Torres set down her cup. “It is not over.”", [BOB, ANA]),
    ("The senator, Ana Torres, rang. “I am home,” said Bob Reed, 9.\n\nThe senator herself was calmer when they reached her.\n\n“My mother had one suitcase.”", [BOB, ANA]),
    ("Even some friends of Ana Torres winced. “Brutal,” wrote Bob Reed of the Lune Gazette. “You brought a map to a map fight.”", [BOB, BOB]),
    ("Ana Torres spoke. “It is late,” she said.\n\nReed, asked about it on his way in, kept walking. “I have read nothing,” he said.", [ANA, "Reed"]),
    ("A panel met, and the coach Bob Reed was asked by Ana Torres what he would do first.\n\n“Sleep,” he said.", [BOB]),
    ("He gave the microphone to a baker named Ana Torres, who had driven all night.\n\n“I want to know who comes next,” she said.", [ANA]),
    ("The defence of Martin Bell fell to the whip, Rees Pugh, who toured the studios.\n\n“He is a friend,” he told them.", ["Rees Pugh"]),
    ("“It is dry,” said Tom Bell, 9, and his sister Kay, 7, said: “It was wet.”", ["Tom Bell", "Kay"]),
    # two of one name
    ("Paul Kerr leads his brother, Stephen, by four votes. “That is me,” Stephen Kerr said.\n\nHis brother did not laugh. “It is the law,” he said.", ["Stephen Kerr", "Paul Kerr"]),
    ("Paul Kerr leads his brother, Stephen, by four votes. Stephen laughed. “It is the law,” Kerr said.", ["Paul Kerr"]),
    ("Vern Hall and Lois Hall danced in Port Elder. Ann Hall Voss watched.\n\nThe Halls go home today. She would like to see the sea.\n\n“It is the fare,” he says.\n\n“It is the tango,” she says.", ["Vern Hall", "Lois Hall"]),
    # a place is nobody; what is talked of is not who talks
    ("The panel met in Port Elder. Bob Reed was late. It rained in Port Elder.\n\n“I missed the train,” he said.", [BOB]),
    ("Bob Reed, 66, votes late. Marsh, he said, “talks too much and does about half of it.” Lee Marsh was away.", [BOB]),
    ("Her uncle, Port Elder elder Lee Hall, sang. Her husband, the coach Bob Reed, was asked by a crew what he would do.\n\n“Diapers,” he said.", [BOB]),
    # "they"
    ("Others were cross. Another member, elected last year, was blunter. “He is finished for good,” they said. “It may take a year.”", [None, None]),
    ("Singer Beck Arroyo called it “the bravest thing I have heard.” They said that they had played it twice. “Then I rang my mum,” they added.", ["Beck Arroyo", "Beck Arroyo"]),
    ("Lune Council met. Ana Torres told it that she “would not be moved an inch”. The council was glad. “We are grateful to her,” they said.", [ANA, "Lune Council"]),
    # who asks in between is not the one who answered before
    ("“It was fog,” said Ana Torres.\n\nBob Reed was pressed by Lee Moss, the member for Lune, on why. “There was a helpline,” he replied.", [ANA, BOB]),
    # nobody who is named acts
    ("“It leaks badly,” said Ana Torres. He bowed his head. “I do not recall it at all.”", [ANA, None]),
    ("“It is a fair bill,” Bob Reed told the hall. A voice from the back: “Come on, Bob!”", [BOB, "A voice from the back"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SCENES)
def test_who_speaks_after_what_the_writer_tells(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


SENT = [
    ("Bob Reed said that he got a postcard from Ana Torres in May, with a boat and three words on it: “Bring a rope.”", [ANA]),
    ("Bob Reed told reporters in a letter from Leeds: “We will not pay.”", [BOB]),
    ("Bob Reed answered a letter from Ana Torres: “We will not pay.”", [BOB]),
    ("The report notes that Bob Reed sent his aide a photograph and a short message: “Where are we?”", [BOB]),
    ("A statement attributed to Ana Torres landed at ten: “I will not go.”", [ANA]),
    ("Ana Torres mocked Bob Reed’s promise that the bridge would be “open before the snow comes”.", [BOB]),
    ("Bob Reed met Ana Torres. Reed reminded voters of her comments, as a clerk, that the bridge was “a bill we will all be paying”.", [ANA]),
    ("Ana Torres repeated her promise that the bridge would be “open before the snow comes”.", [ANA]),
    ("Ana Torres wrote the plan which her deputy, Bob Reed, calls “a letter to nobody at all”.", [BOB]),
    ("Bob Reed, a first-term member who ran on what he called “total fairness for all,” stayed away.", [BOB]),
    ("A spokesman for the mayor, Lee Moss, said Bob Reed “has never set foot in it”. Mayor Ana Torres left. “It is shut,” the mayor said.", ["Lee Moss", ANA]),
    ("Singer Ana Torres spoke.\n\n“It is a drug,” the “Salt Water” singer said. “I quit it.”", [ANA, ANA]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENT)
def test_whose_words_are_sent_or_told_of(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


NAMED = [
    ("The Mayor, Councillor Ana Torres, opened the meeting. Bob Reed spoke of rents. “I will write to him,” the mayor said.", [ANA]),
    ("The President, Leader Bob Reed, and Leader Ana Torres met. President Lee Moss was late. “We will write,” the president said.", ["Lee Moss"]),
    ("Rep. William “Buck” Reed spoke. “We will mend it,” Buck Reed said.", ["William “Buck” Reed"]),
    ("School board member April Hall came. “We will mend it,” Hall said.", ["April Hall"]),
    ("It was moved in April. Hall came. “We will mend it,” Ana Hall said.", ["Ana Hall"]),
    ("Outgoing Gov. Bob Reed left. Ana Torres took the oath on Monday.\n\n“We will mend it,” the governor said.", [ANA]),
    ("Lune (CNN) Nominee Bob Reed declined on Monday, telling senators that he would “seek the advice of others”.", [BOB]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_under_which_name_they_speak(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_heading_in_quotation_marks_is_whose_words_it_quotes() -> None:
    text = (
        "“It is late,” Ana Torres told the panel.\n\n'Not fit for use'\n\n"
        "Its head, Bob Reed, admitted that the list was old and “not fit for use”."
    )
    assert speakers(text) == [ANA, BOB, BOB]
