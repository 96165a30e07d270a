"""The fact that a quote states: given where the quote leaves no choice, and in the quote's own words."""

import pytest

from rag.fact.facts import can_state, fact_in
from rag.questions import understand


@pytest.mark.parametrize(
    ("question", "quote", "fact"),
    [
        ("How many soldiers were hurt?", "About 30 soldiers were hurt on 5 May 2015.", "About 30 soldiers"),
        (
            "How many walkers were found?",
            "They found fewer than thirty walkers.",
            "fewer than thirty walkers",
        ),
        ("How many beds are planned?", "It plans for at least 40 new beds.", "at least 40 new beds"),
        ("What was the fine?", "The court fined the yard 40,000 crowns.", "40,000 crowns"),
        ("When must it be paid?", "It has to be paid no later than 3 May 2024.", "no later than 3 May 2024"),
        ("How many people did the flight carry?", "On board Flight 370 were 239 people.", "239 people"),
        ("How many rockets were launched?", "They spoke of the answer to the March 12 launch.", None),
        ("How many rockets were launched?", "The two envoys spoke of the rockets.", None),
        ("How many jobs will go?", "The bank will cut 200-300 jobs.", "200-300 jobs"),
        ("How many states voted?", "They recalled Resolution 2270 and its aims.", None),
        ("How much did the bridge cost?", "The bridge cost $30 million.", "$30 million"),
        ("When did the bridge open?", "The bridge opened on 4 June 1998.", "4 June 1998"),
        ("When did the bridge open?", "Built from 4 June 1998, it opened on 9 May 2001.", None),
        (
            "Which resolution did they recall?",
            "They recalled Resolution 2270 and its aims.",
            "Resolution 2270",
        ),
        ("Where was the treaty signed?", "The treaty was signed in Lisbon.", "Lisbon"),
        ("Where did the monks flee to?", "The monks fled from Rouen to Palermo.", "Palermo"),
        (
            "Which country sent ships?",
            "In March the admiral of Portugal came to Bergen with ships.",
            "Portugal",
        ),
        ("Who opened the bridge?", "The bridge was opened by Ingrid Dahl.", "Ingrid Dahl"),
        ("When will the bridge open?", "The bridge will open on Monday.", "Monday"),
        ("When will the bridge open?", "It is to open in early June.", "early June"),
        ("When did the bridge open?", "On Monday they said it opened on 4 June 1998.", "4 June 1998"),
        ("How many boats were lost?", "They lost 11 of 18 boats.", "11 of 18 boats"),
        ("How many pounds of cod were landed?", "They landed 1,200 pounds of cod.", "1,200 pounds"),
        ("How old is Ole Lund?", "Ole Lund (47), of Bergen, is free.", "47"),
        # Of several persons the one in the office asked for; no place, and no title.
        (
            "Who is the harbour board's spokesman?",
            "Mayor Ann Reed was told so by the board's spokesman, Ole Lund, in Bergen.",
            "Ole Lund",
        ),
        ("Which judge tried Sims?", "“You lied, Mr. Sims,” Judge Mary Holt told him.", "Mary Holt"),
        ("Who chairs the board?", "In Oslo the board met under Ingrid Dahl’s eyes.", "Ingrid Dahl"),
        ("Who paid for the bridge?", "Ingrid Dahl and Ole Lund paid for it.", None),
        # Of several in one office the one of the state or place asked for, under any of its names.
        (
            "Who was the Norwegian foreign minister at the May 2014 trilateral?",
            "Chilean Foreign Minister, Ana Mora and Norwegian Foreign Minister Jon Birk, right, met in Rio.",
            "Jon Birk",
        ),
        (
            "Who was the South Korean foreign minister?",
            "She met Chilean Foreign Minister Ana Mora and Republic of Korea Foreign Minister Kim Dae-ho in Rio.",
            "Kim Dae-ho",
        ),
        (
            "Who is Chile's foreign minister?",
            "The foreign ministers Ana Mora of Chile and Jon Birk of Norway met.",
            "Ana Mora",
        ),
        (
            "Who is the foreign minister of Norway?",
            "The foreign ministers Ana Mora (Chile) and Jon Birk (Norway) met.",
            "Jon Birk",
        ),
        (
            "Who is the mayor of Tarn?",
            "The mayor of Lorn, Ana Mora, and the mayor of Tarn, Jon Birk, met.",
            "Jon Birk",
        ),
        ("Who is Peru's minister?", "Chile’s minister, Ana Mora, met Norway’s minister, Jon Birk.", None),
        # On the sidelines of what.
        (
            "On the sidelines of which event did Mora and Birk meet?",
            "Mora and Birk met on the occasion of the G88 fisheries meeting held in Rio.",
            "G88 fisheries meeting",
        ),
        (
            "In the margins of which summit was it signed?",
            "It was signed in the margins of the Reef Summit, on Monday.",
            "Reef Summit",
        ),
        ("On the sidelines of which event did they meet?", "They met at a luncheon in Rio.", None),
        # A measure with its unit, whatever other numbers stand there.
        ("How long did Dahl serve?", "Dahl, 61, served 12 years for 3 thefts.", "12 years"),
        ("How old is Dahl?", "Ingrid Dahl, 61, served 12 years.", "61"),
        ("How old is the foal?", "Nina, 40, showed the three-week-old foal.", None),
        ("How hot did the kiln get?", "After 3 hours the kiln had 900 degrees.", "900 degrees"),
        ("How fast was the barge?", "The barge, of 40 tonnes, made just 6 knots.", "6 knots"),
        ("How far is the isle?", "The isle, of 200 people, is 12 miles out.", "12 miles"),
        ("How long is the pier?", "The pier of 1890 is 300 metres long.", "300 metres"),
        ("How soon may the ferry sail?", "All 4 ferries could sail within two weeks.", "two weeks"),
        ("What percentage of boats leak?", "Of 40 boats 12 percent leak.", "12 percent"),
        ("How much did the 2 boats cost?", "The boats cost £14m in 3 years.", "£14m"),
        ("What year was the pier built?", "Built in 1890, it holds 300 boats.", "1890"),
        ("How often is the lake tested?", "The two wardens test it every three weeks.", "every three weeks"),
        ("How often is the mail read?", "Both clerks read it twice a day.", "twice a day"),
        ("At what time did the dam fail?", "On 9 May 2021 it failed at 4.40 a.m.", "4.40 a.m."),
        ("What time does it open?", "All three doors open at half past six.", "half past six"),
        ("How powerful was the blast?", "The second blast in 3 years had 10 kilotons.", "10 kilotons"),
        (
            "For how much was the ship insured?",
            "The ship of 1998 was insured for 4 million crowns.",
            "4 million crowns",
        ),
        ("What did the two wells cost?", "The wells, 90 metres deep, cost 8,000 crowns.", "8,000 crowns"),
    ],
)
def test_the_fact_in_a_quote(question: str, quote: str, fact: str | None) -> None:
    assert fact_in(understand(question), quote) == fact


@pytest.mark.parametrize(
    ("question", "text", "can"),
    [
        ("How hot did the kiln get?", "It took 3 hours.", False),
        ("How hot did the kiln get?", "It reached 900-degree heat.", True),
        ("How long did the strike last?", "300 people went on strike.", False),
        ("How many people went on strike?", "300 people went on strike.", True),
        ("How powerful was the blast?", "Three states spoke of the second blast in 3 months.", False),
        ("What did the wells cost?", "The wells gave 5,200 cubic metres.", False),
        ("What is the name of the captain?", "The Minister of Ports of Norland was in Tarnby.", False),
        ("What is the name of the captain?", "Its master, Ole Lund, was in Tarnby.", True),
        ("Who runs the ferry?", "The ferry was late.", False),
        ("Who runs the ferry?", "Its owner, Ole Lund, was late.", True),
    ],
)
def test_whether_a_text_holds_the_kind_of_thing_asked_for(question: str, text: str, can: bool) -> None:
    assert can_state(understand(question), text) is can
