"""Who is named in the press: bodies to the end of their names, nicknames, leads, parts of a sentence."""

from __future__ import annotations

import pytest
from test_news_speakers import direct, speaker_of

# text, words of the quotation, speaker (None: nobody)
BODIES = [
    # of their members, in the plural
    ("The Lune Shipowners’ Forum, which has 40 members, called it “plainly not enough”.", "plainly", "Lune Shipowners' Forum"),
    ("The Bus Passengers' Council said it was “a lesson in how not to do it”.", "a lesson", "Bus Passengers' Council"),
    ("The Women's Institute said it was “glad of it all the same”.", "glad", "Women's Institute"),
    ("“No,” said Ana Torres, secretary of the Seafarers' and Dockers' Union. The Seafarers' and Dockers' Union called it “a very bad deal”.", "a very", "Seafarers' and Dockers' Union"),
    ("Rail Workers' Local 88 called it “a very bad deal”.", "a very", "Rail Workers' Local 88"),
    ("It was described by Bakery and Sweets Workers Local 64 as “the best in a year”.", "the best", "Bakery and Sweets Workers Local 64"),
    ("Ann Peters' Senate office said it was “fine with milk”.", "fine with", "Ann Peters' Senate office"),
    ("Ana Torres told the Reeds' Council was “a nest of owls”.", "a nest", "Ana Torres"),
    # of what they are for
    ("On the other side, Taxpayers for Liberty said it would “key vote” the bill.", "key vote", "Taxpayers for Liberty"),
    ("Citizens for a Better Lune said it was “a bad joke on us”.", "a bad", "Citizens for a Better Lune"),
    ("Mothers Against Arms called it “the end of the road”.", "the end", "Mothers Against Arms"),
    ("The group Doctors Without Frontiers said it was “deeply alarmed by it”.", "deeply", "Doctors Without Frontiers"),
    ("A club called Alumni for Hale wrote that “the name is ours”.\n\n“Keep it,” the letter goes on.", "the name", "Alumni for Hale"),
    ("A club called Friends of the Quay said it was “a sad day for us all”.", "a sad", "Friends of the Quay"),
    ("The Council for Peace and Work in Europe noted “widespread fear” of it.", "widespread", "Council for Peace and Work in Europe"),
    ("The Residents Association called it “a bad deal for us”.", "a bad", "Residents Association"),
    ("Lawyers for Ana Torres said it was “a very bad deal”.", "a very", "lawyers for Ana Torres"),
    ("Friends of Ana Torres said she was “as cross as two sticks”.", "as cross", "friends of Ana Torres"),
    # a month that is a given name
    ("School board member April Bell called it “a bill for nannies”.", "a bill", "April Bell, member"),
    ("In April Bob Reed called it “a bill for nannies”.", "a bill", "Bob Reed"),
    # the legal form and the short name
    ("Lune Foods falls\n\nLune Foods Inc. (LFI) cut its forecast.\n\nSales fell in a year that Lune described as “full of small surprises”.", "full of", "Lune Foods Inc."),
    ("Lune Council met Lune Airways.\n\nSales fell in a year that Lune described as “full of small surprises”.", "full of", "Lune"),
    # in apposition, and by the noun of it
    ("The operator, Lune Cruises, said its thoughts were “with all those on board”.", "with all", "Lune Cruises"),
    ("The mine’s owner, Dell Resources, denied it. “It was all in order,” the company said.", "It was", "Dell Resources"),
    ("The operator, Lune Cruises, is small.\n\nBob Reed left it. He is ill.\n\nThe operator spoke of “a loss to us all”. It called it “a very dark day”.", "a very", "Lune Cruises"),
    ("The regulator, the Office of Boats, called it “a very near thing”.", "a very", "Office of Boats"),
    ("The Lune Freedom Caucus met.\n\nBob Reed left.\n\nThe caucus vowed to fight “every last penny of it”.", "every last", "Lune Freedom Caucus"),
    ("Norland's Supreme Court ordered a count after finding what it called “large and odd gaps”.", "large and", "Supreme Court"),
    # names that are nobody's
    ("Ana Torres spoke.\n\n“I asked for oat,” the former Coast Wives star said.", "I asked", "Ana Torres"),
    ("The pipe was lit by Fort Peck elder Bob Reed. “It is cold,” he said.", "It is", "Bob Reed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), BODIES)
def test_bodies_are_named_in_full(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


DESCRIBED = [
    ("Another union member put it bluntly: “Nobody has asked me.”", "Nobody", "another union member"),
    ("Rain-hit Lune farmers say the plan is ‘too little, too late’", "too little", "rain-hit Lune farmers"),
    ("Friends say he is ‘in pieces over it all’. He has few friends.", "in pieces", "friends"),
    ("Several people shouted, “We love you, Ana!”", "We love", "several people"),
    ("“I paid for it,” Ana Torres said. A voice from the back of the hall: “Come on, Ana!”", "Come on", "A voice from the back of the hall"),
    ("Ana Torres left early. A neighbour could be heard to say, “Now, Ana.”", "Now", "A neighbour"),
    ("Ana Torres read from a memorandum that described it as “one bored boy away from a mess”.", "one bored", "a memorandum"),
    ("It stopped after Ana Torres objected to a ballot on which a voter had crossed both and written, “Whichever is taller.”", "Whichever", "a voter"),
    ("Labour councillors called it “a very bad deal”.", "a very", "Labour councillors"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), DESCRIBED)
def test_descriptions_are_written_small(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


PERSONS = [
    # nicknames
    ("Bob “Buck” Reed Jr. came. “No,” he said.\n\nBuck Reed called it “a bad old joke”.", "a bad", "Bob “Buck” Reed Jr."),
    ("Mayor Buck Reed: ‘No way’\n\nMayor Robert “Buck” Reed left. Buck called it “a bad old joke”.", "a bad", "Robert “Buck” Reed, Mayor"),
    ("Robert “Buck” Reed met Tom Reed. Tom Reed called it “a bad old joke”.", "a bad", "Tom Reed"),
    # one name, and what is told of its bearer
    ("Murugesan, the mahout who fed it, was cheered. “They all talked,” he told us.", "They all", "Murugesan"),
    ("“She is,” said Tom Reed, 9, and his sister Kaylee, 7, said: “She knows all the words.”", "She knows", "Kaylee"),
    ("It is the one from Bill in Leeds who asks, “Is it always like this?”", "Is it", "Bill"),
    # who explains whom
    ("A spokesman for the governor, Tom Abel, said Reed “has never done it and never will”. Gov. Bob Reed left.", "has never", "Tom Abel, spokesman for the governor"),
    ("Torres, a baker who ran on what she called “a total cure for rust”, left. Ana Torres is ill.", "a total", "Ana Torres"),
    ("Ana Torres, a miner who said it was “as dark as a boot”, left Bob Reed.", "as dark", "Ana Torres"),
    ("Managing partner Ana Torres, in a post on X, wrote: “Free the bun.”", "Free", "Ana Torres, Managing partner"),
    ("Bishop's aide Ana Torres said outside that the town wanted “answers and not goats”.", "answers", "Ana Torres, aide"),
    ("The complaint says that agents found notes in which Bob Reed offered a man “clean boxes, no questions”.", "clean", "Bob Reed"),
    ("The complaint says that Bob Reed was “the king of clean boxes”.", "the king", "The complaint"),
    ("Secretary Bob Reed “gave answers that misled them all” to those who asked about his flights, inspector Ana Torres said in a report.", "gave", "Ana Torres, inspector"),
    ("Ana Torres came. “I asked for oat,” she said.\n\nWhen a guest, named by friends as Brody Kincannon, 19, tried to speak, she turned on him.\n\n“You are a waste of string,” she said.", "You are", "Ana Torres"),
    ("Ana Torres came. Moments later she rose and told the guests: “They are the future here.”", "They are", "Ana Torres"),
    ("Ana Torres came. “They shout,” the mayor can be heard saying on the tape. Mayor Ana Torres left.", "They shout", "Ana Torres, Mayor"),
    ("Ana Torres was ill. The tape captures her calling a boy “a waste of good string”.", "a waste", "Ana Torres"),
    ("Ana Torres was overheard describing boys who complained about it as “the great unwashed”.", "the great", "Ana Torres"),
    # whom a passive names, and an office that is told in full once
    ("He was accused on Monday by the chairman of the Lune transport committee of treating them with “something close to scorn”.\n\n“No,” said Ana Torres, the Labour chairman of the committee.", "something", "Ana Torres, Labour chairman of the committee"),
    ("He was accused by Ana Torres of running “a very dirty kitchen”.", "a very", "Ana Torres"),
    ("The chairman of the Lune transport union called it “something close to scorn”.\n\n“No,” said Ana Torres, the chairman of the committee.", "something", "The chairman of the Lune transport union"),
    # a show that somebody goes on
    ("That is when Rep. Ana Torres went on “Morning Joy” and said that they had run “a cake campaign in a bread town”.", "a cake", "Ana Torres, Rep."),
    ("In a talk on “Sunday Briefing,” Ana Torres said that they would not be “bullied out of it”.", "bullied", "Ana Torres"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), PERSONS)
def test_persons_are_told_apart(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


FRAMES = [
    ("Torres has sold the plan to voters as a “once-in-a-life reform of it all”. Ana Torres left.", "once-in", "Ana Torres"),
    ("Ana Torres referred to the senator as “Maggie the very last Maybe”.", "Maggie", "Ana Torres"),
    ("Ana Torres put this down to “the pen and the lateness of it”.", "the pen", "Ana Torres"),
    ("Ana Torres met Bob Reed, casting herself as “the last honest broker”.", "the last", "Ana Torres"),
    ("The plan was pitched as “a very good deal” by Ana Torres.", "a very", "Ana Torres"),
    ("Ana Torres sold the boat as scrap. The sign on it said “a very good deal”.", "a very", None),
    ("Ana Torres went on television to accuse “foreign plotters” of it.", "foreign", "Ana Torres"),
    ("Ana Torres used the speech to call the port “a hole in the map”.", "a hole", "Ana Torres"),
    ("When Ana Torres rose to ask “who is driving this bus”, they laughed.", "who is", "Ana Torres"),
    ("Bob Reed is said to have asked whether “the five-pound people of the town” might come.", "the five", "Bob Reed"),
    ("Ana Torres declined to call it “a very bad deal”.", "a very", None),
    # words joined by "and", "but"
    ("Ana Torres said it was “substantially hedged” in May but “meaningfully exposed” in June.", "meaningfully", "Ana Torres"),
    ("Ana Torres noted “widespread fear” and a “pervasive blurring” of the line.", "pervasive", "Ana Torres"),
    ("Ana Torres said it was “quite safe” and that the “no show” list was long.", "no show", None),
    # his own words
    ("He had a lamp and, in the deputy’s words, “a very loud load.” Deputy Ana Torres left.", "a very", "Ana Torres, Deputy"),
    ("Ana Torres toured the town looking, by her own admission, “like a bird that fell”.", "like a", "Ana Torres"),
    ("It was late. “Quite a party in the end,” in Ana Torres's telling.", "Quite", "Ana Torres"),
    ("It was late. “Quite a party in the end,” in the words of Ana Torres.", "Quite", "Ana Torres"),
    ("In other words, “it is a very bad deal”. Ana Torres left.", "it is", None),
    ("Mayor Ana Torres used the word “taxes” twice.", "taxes", "Ana Torres, Mayor"),
    ("Ana Torres spoke. Asked whether her repeated use of the word “invasion” was fair, she left.", "invasion", "Ana Torres"),
    ("The word “taxes” was used twice. Ana Torres left.", "taxes", None),
    # reasons
    ("Her cousin Bob Reed, a smith, is for Torres — “she got my pay straightened out” — but is torn.", "she got", "Bob Reed"),
    ("Ana Torres left the club because “nobody there ever listened”.", "nobody", "Ana Torres"),
    ("The song — “It is raining in here again” — was a hit.", "It is", None),
    # what a picture says
    ("Ana Torres answered on her page, posting a picture of the sun over the sea with the words: “Be brave, and be seen.”", "Be brave", "Ana Torres"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), FRAMES)
def test_frames_tell_whose_words_they_are(text: str, words: str, speaker: str | None) -> None:
    assert speaker_of(text, words) == speaker


LEADS = [
    # the headline names whom the lead describes
    ("Singer Ana Torres flees\n\nShe told them that she was “done with the sea”.\n\nBob Reed was there.", "done with", "Ana Torres, Singer"),
    ("Singer Ana Torres flees\n\nThe singer told them that she was “done with the sea”.", "done with", "Ana Torres, Singer"),
    ("Bob Reed flees\n\nA neighbour told them that he was “done with the sea”.", "done with", "A neighbour"),
    ("Reed’s last stand\n\nAna Torres spoke at length. “It is a circus,” she said.", "It is", "Ana Torres"),
    # the next paragraph does
    ("A federal judge sent him to prison on Tuesday, saying the man had shown “a breathtaking contempt for them”.\n\n“You stole,” Judge Ana Torres told him.", "a breath", "Ana Torres, Judge"),
    ("The acting commissioner of the Office of Boats said sorry on Monday for a leak that hurt many.\n\n“We lost it,” Ana Torres told them.\n\n“It is so,” the commissioner said.", "It is so", "Ana Torres, acting commissioner of the Office of Boats"),
    ("A tenured professor wants to ground the bird because, she says, it is “a monument to greed”.\n\nAna Torres, who teaches dance, wrote it.", "a monument", "Ana Torres, tenured professor"),
    ("A tenured professor wants to ground the bird because, she says, it is “a monument to greed”.\n\nBob Reed, the mayor, disagrees.", "a monument", None),
    ("A nurse was sent home on Monday after she said it was “a monument to greed”.\n\nAna Torres, the mayor, was glad.", "a monument", None),
    # alone in the lines before
    ("The soup had come when Bob Reed got to the point.\n\n“She is a problem,” the billionaire oilman told them.", "She is", "Bob Reed"),
    ("A driver came when Bob Reed fell.\n\n“He is a problem,” the driver told them.", "He is", "the driver"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), LEADS)
def test_leads_are_told_by_what_names_them(text: str, words: str, speaker: str | None) -> None:
    assert speaker_of(text, words) == speaker


def test_a_name_alone_below_the_headline_is_the_writer() -> None:
    text = (
        "A quarrel over bins\n\nAna Torres\n\nThe council said so. She said it was “a sad day”.\n\nIt rained."
    )
    assert all(said.speaker != "Ana Torres" for said in direct(text))
