"""Questions for what people think, want or offer, whoever they are, and for each side of a quarrel."""

from __future__ import annotations

import pytest

from rag.questions import understand

NEWEST = "2024-05-31"

# (question, kind, topic, speaker)
TABLE: list[tuple[str, str, str, str | None]] = [
    # what anybody wants or thinks
    ("Do they want to get rid of the veto?", "topic", "get rid of the veto", None),
    ("Do they think the ceasefire will hold?", "topic", "the ceasefire will hold", None),
    ("Would they accept a woman as bishop?", "topic", "a woman as bishop", None),
    (
        "Do any speakers draw a link between smoking and poverty?",
        "topic",
        "a link between smoking and poverty",
        None,
    ),
    ("Is anybody defending the tobacco subsidy?", "topic", "the tobacco subsidy", None),
    ("Does anyone care about stray dogs in these papers?", "topic", "stray dogs", None),
    (
        "How do they want to stop Tarn from forging passports?",
        "topic",
        "stop Tarn from forging passports",
        None,
    ),
    ("Should the museum give the bronzes back?", "topic", "the museum give the bronzes back", None),
    ("Should cursive be taught?", "topic", "cursive", None),
    ("Should rents be capped?", "topic", "rents", None),
    # what is proposed
    ("What has been proposed to protect the eel?", "topic", "protect the eel", None),
    ("What solutions to the feud over the reef were put forward?", "topic", "the feud over the reef", None),
    ("What ideas were floated for rescuing the steel works?", "topic", "rescuing the steel works", None),
    ("Which measures against forced labour were announced?", "topic", "forced labour", None),
    # what somebody will do: whatever he says, but of what or whom where that is named
    ("What did the harbour league say it would do?", "topic", "", "the harbour league"),
    ("What does the bank say it'll do if rents rise?", "topic", "rents rise", "the bank"),
    ("What did Orla Finch say she was going to do next?", "topic", "", "Orla Finch"),
    ("What did they promise to do?", "topic", "", None),
    ("What has the ferry company pledged to do for commuters?", "topic", "commuters", "the ferry company"),
    ("What does the abbey intend to do with the orchard?", "topic", "the orchard", "the abbey"),
    ("What did Finch say that the council would do?", "topic", "the council", "Finch"),
    ("What did the pilot say would happen to the lighthouse?", "topic", "the lighthouse", "the pilot"),
    ("What did Tarn State vow it would do?", "topic", "", "Tarn State"),
    ("What did the bank say it would build?", "topic", "it would build", "the bank"),
    # what is wanted of whom
    ("What did Norland and Tarn want from the league?", "topic", "the league", "Norland and Tarn"),
    ("What did the abbot ask of the villagers?", "topic", "the villagers", "the abbot"),
    (
        "What does the netmakers' union demand from the canneries?",
        "topic",
        "the canneries",
        "the netmakers' union",
    ),
    ("What have the pilots asked the port for?", "topic", "the port", "the pilots"),
    ("What's the abbey asking the county for to save the orchard?", "topic", "the county", "the abbey"),
    ("What's the bank planning to do about the mill?", "topic", "the mill", "the bank"),
    ("What do the envoys expect of Tarn on tolls?", "topic", "tolls", "the envoys"),
    ("What did Finch and the abbot want from Congress?", "topic", "Congress", "Finch and the abbot"),
    ("What do they want from the talks?", "topic", "the talks", None),
    ("What was asked of the shepherds?", "topic", "the shepherds", None),
    ("What do people want from the new library?", "topic", "the new library", None),
    # whether anybody is willing
    ("Are the two countries open to talks with Tarn?", "topic", "talks with Tarn", None),
    ("Were they willing to sell the mill?", "topic", "sell the mill", None),
    # who is for it, who is against it
    ("Who is backing the airport expansion?", "who", "the airport expansion", None),
    ("Who is for the toll and who is against it?", "who", "the toll", None),
    ("Which ministers are sceptical of the hydrogen plan?", "who", "the hydrogen plan", None),
    ("The Tolland bill — who likes it?", "who", "The Tolland bill", None),
    ("Who is moaning about the tram, and over what?", "topic", "the tram", None),
    ("What do critics of the dam say?", "topic", "the dam", None),
    ("How do supporters of the tunnel justify its price?", "topic", "the price of the tunnel", None),
    # each side's view
    ("So who does the reef belong to, depending on whom you ask?", "topic", "the reef belong to", None),
    ("Who is to blame for the blackout according to each party?", "topic", "to blame for the blackout", None),
    ("The spill in the bay: what is each side's version of events?", "topic", "The spill in the bay", None),
    (
        "Pensioners in unheated flats: is anyone looking out for them?",
        "topic",
        "Pensioners in unheated flats",
        None,
    ),
    (
        "Nurses whose visa has run out – was there anything to help them?",
        "topic",
        "Nurses whose visa has run out",
        None,
    ),
    # what only asks again, or stands around the topic
    ("Must the state cap rents? I want everyone's view on rent control", "topic", "rent control", None),
    ("Was the leak brought up at all, and by whom?", "topic", "the leak", None),
    ("What are people saying about the heatwave, esp. on farms?", "topic", "the heatwave", None),
    ("Can you dig out where they talk about ghost nets?", "topic", "ghost nets", None),
    ("Arguments for/against fluoridation", "topic", "fluoridation", None),
    # what somebody is asked about is no speaker
    (
        "Are costlier mortgages squeezing landlords and tenants?",
        "topic",
        "costlier mortgages squeezing landlords and tenants",
        None,
    ),
    (
        "Are migrants blamed for the housing shortage?",
        "topic",
        "migrants blamed for the housing shortage",
        None,
    ),
    # a fact stays one
    ("The Tolland bill: when was it passed?", "fact", "The Tolland bill it passed", None),
    ("Who bought the old mill?", "fact", "bought the old mill", None),
    ("How many voted for it, according to each side?", "fact", "voted for it", None),
    ("There is a weed that chokes canals, what's it called?", "fact", "", None),
    ("Name the stream that ran dry in Tarnby.", "fact", "the stream that ran dry in Tarnby", None),
    ("Does it need a password?", "fact", "it need a password", None),
    ("What did the divers get from the wreck?", "fact", "the divers get from the wreck", None),
    ("What does a rudder do?", "fact", "a rudder do", None),
    ("What are sluices used to do?", "fact", "sluices used to do", None),
    ("Is the swing bridge open to lorries?", "fact", "the swing bridge open to lorries", None),
]


@pytest.mark.parametrize(("asked", "kind", "topic", "speaker"), TABLE, ids=[row[0] for row in TABLE])
def test_what_anybody_thinks_is_asked(asked: str, kind: str, topic: str, speaker: str | None) -> None:
    found = understand(asked, newest=NEWEST)
    assert (found.kind, found.speaker) == (kind, speaker)
    assert found.topic == topic or (kind == "fact" and not topic)
