"""Whose words in the press: headlines, descriptions, relatives, bodies, dialogues, single marks."""

from __future__ import annotations

import pytest

from index.documents import Document
from rag.quotes import Statement
from rag.speakers import statements


def direct(text: str) -> list[Statement]:
    document = Document("a.txt", "/a.txt", "", None, None, text, ())
    return [said for said in statements(document) if said.voice == "direct"]


def speaker_of(text: str, words: str) -> str | None:
    """Who is on record with the last place at which the words stand; None for nobody, and if unknown."""
    start = text.rindex(words)
    return next((one.speaker for one in direct(text) if one.start <= start < one.end), None)


# text, words of the quotation, speaker (None: nobody)
CASES = [
    # "the 34-year-old", "the Irishman": of that age, or whoever was spoken of last
    ("Ana Torres, 34, mends nets. Her boat is old.\n\nIt leaks.\n\n“I like it,” the 34-year-old said.", "I like", "Ana Torres"),
    ("Bob Reed, who scored twice, limped off.\n\n“I am fine to go again,” the Irishman said.", "I am", "Bob Reed"),
    # a role that is named further on, or written short
    ("The chief executive of one of the ports said it was “in the hands of God”.\n\nAna Torres, CEO of Port Lune, left.", "in the hands", "Ana Torres, CEO of Port Lune"),
    # the name behind "which is called"
    ("“You would do well to cancel it now,” the bot, which is called Moby, told them.", "You would", "Moby"),
    # bodies taken up by their nouns
    ("Netly, the software company, shrank. Bob Reed left.\n\nThe company said it was “ready for a smaller life”.", "ready", "Netly"),
    ("Lune Town Council met.\n\nBob Reed left.\n\n“We will mend the bridge,” the council said.", "We will", "Lune Town Council"),
    ("Education Ministry rules changed.\n\nThe interior ministry called it “a night of broken glass”.", "a night", "The interior ministry"),
    ("Quay Capital, which owns 4%, wrote in. “We are patient people,” the Leeds-based firm said.", "We are", "Quay Capital"),
    ("Lune Council said it knew of the hole.\n\nA spokesperson said: “We will mend the bridge soon.”", "We will", "A spokesperson for Lune Council"),
    ("Lune Council knew of it. “We will mend the bridge,” said a spokesman for the council.", "We will", "a spokesman for Lune Council"),
    # a common word as a family name; local titles; the sign of a share
    ("Former mayor Vasant More said the tender was “fixed from top to bottom”.", "fixed", "Vasant More, Former mayor"),
    ("Mayor Bev Condon came. “First it was the bank,” Cr Condon said.", "First", "Bev Condon, Mayor"),
    ("DC Ana Torres came. “We found the boat,” DC Torres said.", "We found", "Ana Torres"),
    ("Lune Gas (LUN.OL) wrote to Castel (CAS.MI), and said the bid was “late in its timing”.", "late in", "Lune Gas"),
    # "MPs" is nobody whom "he" could mean
    ("The deputy speaker, Sir Bob Reed, told MPs to calm down. “She came here to apologise,” he said.", "She came", "Bob Reed, deputy speaker"),
    # relatives by the given name, then by the family name
    ("Ana Reed built it. Her husband Lee said they were “made to feel like crooks”.\n\n“Two men came round,” Mr Reed said.", "made to", "Lee Reed, husband"),
    ("Ana Reed built it. Her husband Lee was out.\n\n“Two men came round,” Mr Reed said.", "Two men", "Lee Reed, husband"),
    ("Bob Hart lives there with his wife Judith. He left.\n\nMrs Hart added: “They are nice children.”", "They are", "Judith Hart, wife"),
    # what others thought or offered, within what somebody says of it
    ("Minister Ana Torres said that the council saw it as “a matter of life and limb”.", "a matter", "Ana Torres, Minister"),
    ("Ana Torres said that the mayor had offered “a committee, and then another one”.", "a committee", "Ana Torres"),
    # fragments
    ("Bob Reed said he backed its “intent” but not more.", "intent", "Bob Reed"),
    ("Bob Reed said that his client had been under pressure after a long illness and was “deeply sorry”.", "deeply", "Bob Reed"),
    ("Bob Reed told “Meet the Town” on Monday that his men are “fed up” with it.", "fed up", "Bob Reed"),
    ("Ana Torres said she had “every sympathy” with the family.", "every", "Ana Torres"),
    # orders
    ("Judge Ana Torres ordered Bob Reed to stay out of the rink “with or without an engine.”", "with or", "Ana Torres, Judge"),
    # whom the sentence names as an owner
    ("Bob Reed spoke first.\n\nThey mind Ana Torres’s choice of hat less than what she said next, which was that hats are “a way of saying no”.", "a way", "Ana Torres"),
    # a statement that is quoted on
    ("In a statement read to the court, Bob Reed said he felt ashamed.\n\n“I worked there for years,” it said.", "I worked", "Bob Reed"),
    ("Ana Torres read aloud from an old letter. “We learned to swim there,” it said. “Please do not sell it to them.”", "Please", None),
    # somebody without a name who is not the subject hides nobody
    ("Asked what he had told his brother then, Bob Reed smiled.\n\n“I told him to run home,” he said.", "I told", "Bob Reed"),
    # apposition: before a complement, before an object, at the end of a clause that another one opens
    ("Ana Torres spoke.\n\nThe bill's sponsor, Rep. Bob Reed of Leeds, said districts would “use what sense they have.”", "use what", "Bob Reed, Rep."),
    ("Its owner, Bob Reed, told Reuters on Monday that “nobody here is a hero”.", "nobody here", "Bob Reed, owner"),
    ("The team sees “some five per cent”, though her partner, Bob Reed, calls even that “a guess in a lab coat”.", "a guess", "Bob Reed, partner"),
    ("The widow of the deceased, Ana Torres, gave evidence that her husband rang.\n\n“He was late,” she told the jury.", "He was", "Ana Torres"),
    # a phrase within the writer's sentence, where one person has the floor
    ("“It was quiet,” Ana Torres says. The first night drew nine, “half of them fast asleep”.", "half of", "Ana Torres"),
    # somebody without a name speaks, and goes on
    ("“I like it,” Ana Torres says.\n\nOutside, a woman with two bags rattles the door. “It is shut,” she says. “It says shut.”", "It says", None),
    # the sex that "that she had" tells
    ("Sgt Orla Fagan told the court that she had arrested Mr Garvey at six. When it was put to him, he replied: “There are two sides.”", "There are", "Garvey"),
    # whom the lead describes and the next paragraph names
    ("A man accused of theft told a friend that he “lost his head for a bit”, a court heard.\n\nBob Reed (47), of Leeds, denies it.", "lost his", "Bob Reed"),
    ("A man accused of theft told a friend that he “lost his head for a bit”, a court heard.\n\nBob Reed denies it.", "lost his", "A man"),
    ("Bob Reed said he had seen it coming but was still “gutted”.", "gutted", "Bob Reed"),
    ("Sen. Ana Torres told the BBC's Bob Reed that the panel would “not hesitate”.", "not hesitate", "Ana Torres, Sen."),
    ("Ana Torres thanked the “absolute heroes” who found her.", "absolute", "Ana Torres"),
    # what is dismissed "as" something; an owner beside the name
    ("The top Democrat on the panel, Ohio's Bob Reed, dismissed it as “a play with bad light.”", "a play", "Bob Reed"),
    # the party of one of two; an office that is not theirs; "the mother-of-two" is whom it is all about
    ("Walter Grange spoke.\n\nRep. Ana Torres disagreed with Grange.\n\n“No one is above it,” the Ohio Democrat said.", "No one", "Ana Torres, Rep."),
    ("Press secretary Ana Torres was asked why the president had called it “a great shame”.", "a great", "the president"),
    ("Ana Torres, 33, came with her baby.\n\nBob Reed wrote: “Well done.”\n\nThe mother-of-one said she was “tired but happy”.", "tired but", "Ana Torres"),
    # a relative with a name that no list knows
    ("Ana Torres’s books were saved. Her son, Andriy, drove all night.\n\n“I told her to come,” he said.", "I told", "Andriy, son"),
    # a participle is the main clause's, and not that of those whom it is about
    ("Ana Torres has hit back at trolls who criticised her, branding them “sad little people”.", "sad little", "Ana Torres"),
    # after a colon, where one person has the floor; not if the sentence is about another
    ("“They broke it,” Ana Torres said. As for the idea that her friends are rich: “Some of them are tenants.”", "Some of", "Ana Torres"),
    ("“They broke it,” Ana Torres said. One diplomat was blunter: “We are talking to a ghost.”", "We are", "one diplomat"),
    # what somebody would do if another said so; what another said
    ("Asked what came next if Congress said no, Ana Torres laughs. “Then I would like to talk.”", "Then I", "Ana Torres"),
    ("The statement came hours after Ana Torres, the chairwoman, told a crowd that it would “not hesitate”.", "not hesitate", "Ana Torres, chairwoman"),
    # a firm by the first word of its name
    ("Bank-backed Lumen is to buy it.\n\nBattery maker Lumen Energy wrote.\n\nLumen said it saw “no great overlap”.", "no great", "Lumen Energy"),
    # infinitives after a modal; wishes
    ("Pressed on it, Ana Torres would say only that “the doors are open.”", "the doors", "Ana Torres"),
    ("According to the RSPX, calls have risen. The charity wants a scheme “without further delay”.", "without", "RSPX"),
    # a nurse of a given age, the spouse of the same name, a billionaire
    ("Bob Reed, 17, ran. His mother, Ana, said she was “torn in two by it”.\n\n“He came in black,” the 44-year-old nurse said.", "He came", "Ana, mother"),
    ("Bob and Ana Trott live there. “It is a fence,” Mrs Trott said.\n\nHer husband said no.\n\n“It is a flood,” he said.", "It is a flood", "Bob Trott"),
    ("“It was me,” Bob Reed said. The Lune-born billionaire had dismissed them as “people who miss the fax”.", "people who", "Bob Reed"),
    # the participle's subject by the sex that its clause tells; "it" before a colon
    ("Mayor Bob Reed is in trouble after Aroha Ngata left, saying she could not defend “what she was told by radio”.", "what she", "Aroha Ngata"),
    ("Lune Council said it was glad. On its page, it was shorter: “It is over now.”", "It is over", "Lune Council"),
    # whom a verb has for its object; two words behind "that"
    ("Sen. Ana Torres, R-Ohio, whose state it is in, thanked Reed for having “the guts to say it.”", "the guts", "Ana Torres, Sen."),
    ("The judge, Ana Torres, said on Monday that they had taken “remarkable care” with it.", "remarkable", "Ana Torres, judge"),
    # titles that are names: "Dean", and "Shah" behind a hyphen
    ("Dean Reed has left, claiming he was “the last to know”.", "the last", "Dean Reed"),
    ("Owner Tariq Aziz-Shah left. Aziz-Shah said they had “shaken hands like gentlemen”.", "shaken", "Tariq Aziz-Shah, Owner"),
    # another one, who has no name; "he says", before the name is given
    ("“It was paper,” said Bob Reed. Another, who feared for his job, said it was true. “You would know,” he said.", "You would", "another"),
    ("The ferry captain looks away.\n\n“You want to know?” he says. “Ask me what stays.”\n\nBob Reed has made this run for years.", "Ask me", "Bob Reed"),
    # bodies that end in initials, family names that are titles, too
    ("The Northern Orchard PAC, which backs him, will spend $9 on ads that accuse her of “sleeping at the wheel”, it said. The Northern Orchard PAC said it was “in it to the end”.", "in it to", "Northern Orchard PAC"),
    ("He fell, said his niece, Clara Fenn Bishop.\n\nMs. Bishop said it was late.\n\n“We found a note,” she said.", "We found", "Clara Fenn Bishop"),
    ("Bishop Clara Fenn came. “We found a note,” the bishop said.", "We found", "Clara Fenn, Bishop"),
    # a heading that begins with the noun is no body's name
    ("College Looks Away\n\nAna Torres was to speak at Lune State College. She left.\n\n“We regret the noise of the evening,” the college said.", "We regret", "Lune State College"),
    # words for oneself, in a relative clause; words for somebody else
    ("Bob Reed, a baker who describes himself as “a slow man in a fast trade,” posted a reply.", "a slow man", "Bob Reed"),
    ("Ana Torres, who calls herself as a rule “a guest here,” wrote in.", "a guest", "Ana Torres"),
    ("He was described as “a slow man in a fast trade,” Ana Torres said.", "a slow man", "Ana Torres"),
    # who is the subject of a clause that "in which" opens
    ("Ana Torres answered with a tape of a talk in which Bob Reed, then a clerk, argued that towns should not “pay for the rain”.", "pay for", "Bob Reed"),
    # recordings, blame
    ("The call was made by Sgt. Bob Reed, who is named in it.\n\n“We are out of rope,” he can be heard saying, in a tape played to them.", "We are", "Bob Reed, Sgt."),
    ("Lune Council met. Bob Reed, its clerk, blamed “a run of bad tides” for it.", "a run", "Bob Reed"),
    ("“It was the tide,” Ana Torres said. Bob Reed was blamed for “a run of bad luck” by Torres.", "a run", "Ana Torres"),
    # whoever gives a name; a name within another relative clause
    ("The Front denied it. Its spokesman, who goes by the nom de guerre Commander Orlo, said in a message that they lied.\n\n“They fire on their own,” he said.", "They fire", "Commander Orlo"),
    ("Bob Reed spoke. A rebel who gave his name as Captain Orlo said the road was “nobody's to close”.", "nobody's", "Captain Orlo"),
    ("Bob Reed spoke. A nurse who asked to be identified only as Marta said the ward was “a train at night”.", "a train", "Marta"),
    # of one family name, by what they are to the other; what they know of another is no sign
    ("“Nobody asked,” said Denise Hart, whose son, Capt. Daniel Hart, led it.\n\nDaniel Hart came in.\n\n“I’m his mother,” Hart said. “I know.”", "I know", "Denise Hart"),
    ("“Nobody asked,” said Denise Hart, whose son, Capt. Daniel Hart, led it.\n\nDaniel Hart came in.\n\n“I met his mother,” Hart said. “I know.”", "I know", "Daniel Hart, Capt."),
    # a report that is handed in; a union that does so
    ("Economist Ana Torres argues in a report submitted to the court that the bridge was “old on the day it opened”.", "old on", "Ana Torres, Economist"),
    ("The union submitted to the court that it was “a long way from done”.", "a long", "The union"),
    # a class of sergeants; who tells of somebody without a name
    ("Bob Hill spoke.\n\nThe call was made by Sgt. 1st Class Luis Reed.\n\n“We are out of rope,” he can be heard saying.", "We are", "Luis Reed"),
    ("Denise Hart works there.\n\nShe said the ward had closed. Her own mother, she added, was taken to Leeds.\n\n“You do not forget that ride,” she said.", "You do", "Denise Hart"),
    # titles
    ("“I like boats,” Ana Torres said. Her debut, “Salt Water,” played Lune in 2019.", "Salt", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), CASES)
def test_quoted_words_are_attributed(text: str, words: str, speaker: str | None) -> None:
    assert speaker_of(text, words) == speaker


ABROAD = [
    ("« C’est un désastre », s’indigne Nadia Benali, boulangère.", ["Nadia Benali"]),
    ("„Das ist ein Schlag ins Gesicht“, so Gewerkschaftschefin Petra Lang.", ["Petra Lang, Gewerkschaftschefin"]),
    ("«Non abbiamo scelta», ha detto Marco Bianchi. «La sicurezza viene prima».", ["Marco Bianchi", "Marco Bianchi"]),
    ("La alcaldesa, Carmen Ortiz, calló.\n\n—¿Va a dimitir? —preguntó un periodista.\n\n—No —respondió Ortiz—. Eso no va a pasar.", ["un periodista", "Carmen Ortiz, alcaldesa", "Carmen Ortiz, alcaldesa"]),
    ("– Nie mamy wyboru – powiedział Jan Kowalski. – Tak jest najlepiej.\n\n– Nikt nas nie zapytał – dodał.", ["Jan Kowalski"] * 3),
    ("Иван Петров молчал. «У нас нет выбора», — сказал Петров журналистам.", ["Иван Петров"]),
    ("— Это позор, — заявила Анна Смирнова. — Нас никто не спросил.", ["Анна Смирнова"] * 2),
    ("– Det är en skandal, säger Anna Berg, ordförande. – Ingen frågade oss.", ["Anna Berg"] * 2),
    ("Jan de Vries zweeg. ‘We kunnen niet langer wachten’, zegt De Vries dinsdag.", ["Jan de Vries"]),
    ("– an item of a list\n\n– another one, said to be long", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), ABROAD)
def test_other_languages_and_dialogues_that_dashes_open(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in direct(text)] == speakers


HEADLINES = [
    ("Mayor of Lune: ‘You had the map’", "You had the map", "Bob Reed"),
    ("Town ‘treated like litter’ as boats go", "treated like litter", "Ana Torres"),
    ("Lune says the bid is “opportunistic”", "opportunistic", "Port of Lune"),
    ("Sailor says ‘nothing at all like this’", "nothing at all like this", "Sailor"),
]


@pytest.mark.parametrize(("headline", "words", "speaker"), HEADLINES)
def test_words_in_a_headline_are_whose_they_are_below(headline: str, words: str, speaker: str) -> None:
    body = (
        "The Port of Lune called the bid “opportunistic in its timing”.\n\n"
        "“We are being treated like litter,” Ana Torres said.\n\n“You had the map,” Bob Reed said. “You lost it.”"
    )
    start = headline.index(words)
    said = [one for one in direct(f"{headline}\n\n{body}") if one.start <= start < one.end]
    assert [one.speaker for one in said] == [speaker]


def test_a_heading_lends_its_subject_to_no_pronoun() -> None:
    text = "Reed’s last stand\n\nAna Torres spoke at length. “It is a circus,” she said."
    assert speaker_of(text, "It is") == "Ana Torres"


def test_two_take_turns_by_question_and_answer() -> None:
    text = (
        "“You had the map,” Ana Torres said.\n\n“It was the wrong map,” Bob Reed replied.\n\n"
        "“Who draws your maps?”\n\n“We do.”\n\n“You do,” Torres repeated."
    )
    assert [one.speaker for one in direct(text)] == [
        "Ana Torres",
        "Bob Reed",
        "Ana Torres",
        "Bob Reed",
        "Ana Torres",
    ]


SINGLE = [
    (
        "'I cried when I saw it,' said Ana Torres. 'He drew it and he said, \"Promise me you'll build it, Ana.\" So I built it.'",
        [
            "I cried when I saw it,",
            'He drew it and he said, "Promise me you\'ll build it, Ana." So I built it.',
        ],
    ),
    (
        "‘It’s the boys’ boat,’ said Ana Torres. ‘He said, “No.”’",
        ["It’s the boys’ boat,", "He said, “No.”"],
    ),
    (
        "Ana Torres said: 'It is a big boat.\n\n'It is a good boat.'",
        ["It is a big boat.", "It is a good boat."],
    ),
    ("'Twas the boys' boat, said Ana Torres. \"It is mine,\" she said.", ["It is mine,"]),
]


@pytest.mark.parametrize(("text", "quoted"), SINGLE)
def test_single_marks_pair_around_apostrophes_and_double_marks(text: str, quoted: list[str]) -> None:
    found = direct(text)
    assert [text[one.start : one.end] for one in found] == quoted
    assert {one.speaker for one in found} == {"Ana Torres"}


def test_a_heading_in_capitals_near_the_end_signs_no_letter() -> None:
    text = "“I was clapping,” Bob Reed said.\n\nUP NEXT\n\nRams: At Lune on Tuesday.\n\nMonarchs: Host Leeds."
    assert speaker_of(text, "I was") == "Bob Reed"
