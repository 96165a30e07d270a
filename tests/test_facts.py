"""The fact that a quote states: given where the quote leaves no choice, and in the quote's own words."""

import pytest

from rag.facts import fact_in
from rag.questions import understand


@pytest.mark.parametrize(
    ("question", "quote", "fact"),
    [
        ("How many soldiers were hurt?", "About 30 soldiers were hurt on 5 May 2015.", "30 soldiers"),
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
    ],
)
def test_the_fact_in_a_quote(question: str, quote: str, fact: str | None) -> None:
    assert fact_in(understand(question), quote) == fact
