"""Understanding a question by itself: a table of questions and what each asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.questions import LONGEST_QUESTION, BadQuestion, Question, understand

NEWEST = "2024-05-31"

# (question, kind, topic) and, where they are not the default, the other fields; a period is (first, last).
TABLE: list[tuple[str, str, str, dict[str, Any]]] = [
    # what was said about something: the plain forms
    ("harbour water use", "topic", "harbour water use", {}),
    (
        "one of the causes of the long strike of the ferrymen was",
        "fact",
        "one of the causes of the long strike of the ferrymen was",
        {"sought": "thing"},
    ),
    ("What did they say about Taiwan?", "topic", "Taiwan", {}),
    ("what did they say about taiwan", "topic", "taiwan", {}),
    ("WHAT DID THEY SAY ABOUT TAIWAN???", "topic", "TAIWAN", {}),
    ("What was said about people abducted by North Korea?", "topic", "people abducted by North Korea", {}),
    ("What has been said about the merger?", "topic", "the merger", {}),
    ("What's been said about doping?", "topic", "doping", {}),
    ("What do the documents say about the Hubble constant?", "topic", "the Hubble constant", {}),
    ("What does the record say on zoning?", "topic", "zoning", {}),
    ("What did the ministers say about Syria?", "topic", "Syria", {}),
    ("What is said about inflation?", "topic", "inflation", {}),
    ("What was discussed about fisheries?", "topic", "fisheries", {}),
    ("What was agreed on migration?", "topic", "migration", {}),
    ("What is on record about the Ebola outbreak?", "topic", "the Ebola outbreak", {}),
    ("What is known about dark matter?", "topic", "dark matter", {}),
    ("What did people say regarding the new stadium?", "topic", "the new stadium", {}),
    ("What did anyone say concerning data protection?", "topic", "data protection", {}),
    ("What did they say with regard to pensions?", "topic", "pensions", {}),
    ("What do they think of the new coach?", "topic", "the new coach", {}),
    ("What did they have to say about overtime?", "topic", "overtime", {}),
    ('What did they say about "peace and stability"?', "topic", "peace and stability", {}),
    ("What did they say about “free and fair elections”?", "topic", "free and fair elections", {}),
    ("What did they say about the issue of abortion?", "topic", "abortion", {}),
    ("What did they say about Taiwan, exactly?", "topic", "Taiwan", {}),
    (
        "What did they say about Taiwan and the South China Sea?",
        "topic",
        "Taiwan and the South China Sea",
        {},
    ),
    ("What did the parties agree on climate finance?", "topic", "climate finance", {}),
    ("What did they say about the U.S.?", "topic", "the U.S.", {}),
    # whose words are asked for, without a topic
    ("Which points did Norland make?", "topic", "", {"speaker": "Norland"}),
    ("What objections did the pilots' union raise?", "topic", "", {"speaker": "the pilots' union"}),
    ("What concerns has the Chair voiced?", "topic", "", {"speaker": "the Chair"}),
    (
        "Summarise the remarks of Trade Minister Vance, please",
        "topic",
        "",
        {"speaker": "Trade Minister Vance"},
    ),
    ("Give me the statements of the pilots' union", "topic", "", {"speaker": "the pilots' union"}),
    (
        "the views of the harbour commission on dredging",
        "topic",
        "dredging",
        {"speaker": "the harbour commission"},
    ),
    ("What are the objections of the netmakers' league?", "topic", "", {"speaker": "the netmakers' league"}),
    (
        "What was the response of the minister to the strike?",
        "topic",
        "the strike",
        {"speaker": "the minister"},
    ),
    ("Peru: what was its position?", "topic", "", {"speaker": "Peru"}),
    ("How did the envoy size up the harvest?", "topic", "the harvest", {"speaker": "the envoy"}),
    ("How did the board account for the delay?", "topic", "the delay", {"speaker": "the board"}),
    ("Name the person who spoke of a second bridge.", "who", "a second bridge", {"sought": "person"}),
    ("Name a country that complained about the levy", "who", "the levy", {"sought": "person"}),
    ("Identify the minister who denied the leak", "who", "the leak", {"sought": "person"}),
    # with a speaker
    (
        "What did Clinton say about the Senkaku Islands?",
        "topic",
        "the Senkaku Islands",
        {"speaker": "Clinton"},
    ),
    ("What did Japan's minister say about it?", "topic", "it", {"speaker": "Japan's minister"}),
    ("What did the State Department say about Iran?", "topic", "Iran", {"speaker": "the State Department"}),
    (
        "What does the Supreme Court say about standing?",
        "topic",
        "standing",
        {"speaker": "the Supreme Court"},
    ),
    ("What did Justice Kagan say about precedent?", "topic", "precedent", {"speaker": "Justice Kagan"}),
    ("What did Tim Cook tell investors about China?", "topic", "China", {"speaker": "Tim Cook"}),
    ("What has the coach said about the injury?", "topic", "the injury", {"speaker": "the coach"}),
    (
        "What did Guardiola say to reporters about the referee?",
        "topic",
        "the referee",
        {"speaker": "Guardiola"},
    ),
    ("What did the Fed announce about interest rates?", "topic", "interest rates", {"speaker": "the Fed"}),
    ("What does the WHO recommend on masks?", "topic", "masks", {"speaker": "the WHO"}),
    ("What did MPs say about the housing bill?", "topic", "the housing bill", {"speaker": "MPs"}),
    (
        "What did the witness say about the night of the fire?",
        "topic",
        "the night of the fire",
        {"speaker": "the witness"},
    ),
    ("What did Dr. Fauci say about boosters?", "topic", "boosters", {"speaker": "Dr. Fauci"}),
    ("What was said by Clinton about Syria?", "topic", "Syria", {"speaker": "Clinton"}),
    ("What is Japan's position on the islands?", "topic", "the islands", {"speaker": "Japan"}),
    ("What is the company's policy on refunds?", "topic", "refunds", {"speaker": "the company"}),
    ("What's the U.S. position on Jerusalem?", "topic", "Jerusalem", {"speaker": "the U.S."}),
    ("What was the chairman's response to the lawsuit?", "topic", "the lawsuit", {"speaker": "the chairman"}),
    ("What are their views on nuclear power?", "topic", "nuclear power", {}),
    (
        "What is the position of the European Union on steel?",
        "topic",
        "steel",
        {"speaker": "the European Union"},
    ),
    ("Where does Germany stand on nuclear energy?", "topic", "nuclear energy", {"speaker": "Germany"}),
    ("What did Clinton say?", "topic", "", {"speaker": "Clinton"}),
    ("According to Clinton, what was said about Burma?", "topic", "Burma", {"speaker": "Clinton"}),
    ("What does Musk think about unions?", "topic", "unions", {"speaker": "Musk"}),
    # with limits
    ("What did they say about Taiwan in 2013?", "topic", "Taiwan", {"period": ("2013", "2013")}),
    ("In 2013, what did they say about Taiwan?", "topic", "Taiwan", {"period": ("2013", "2013")}),
    ("What did they say in 2013 about Taiwan?", "topic", "Taiwan", {"period": ("2013", "2013")}),
    ("What was said about rates before 2015?", "topic", "rates", {"period": (None, "2014")}),
    ("What did they say about the 2050 Strategy?", "topic", "the 2050 Strategy", {}),
    (
        "What did they say about the September 19, 2005 Joint Statement?",
        "topic",
        "the September 19, 2005 Joint Statement",
        {},
    ),
    ("What did they say about the 2012 election?", "topic", "the 2012 election", {}),
    ("What did they say about Resolution 2270?", "topic", "Resolution 2270", {}),
    ("What did they say about the treaty signed in 1990?", "topic", "the treaty signed in 1990", {}),
    ("What did they say about Taiwan at the Rio meeting?", "topic", "Taiwan", {"event": "the Rio meeting"}),
    ("At the Rio meeting, what did they say about Taiwan?", "topic", "Taiwan", {"event": "the Rio meeting"}),
    (
        "What did Tanaka say at the 2017 news conference?",
        "topic",
        "",
        {"speaker": "Tanaka", "event": "the 2017 news conference"},
    ),
    (
        "What did Powell say about inflation at the press conference in March 2023?",
        "topic",
        "inflation",
        {"speaker": "Powell", "event": "the press conference", "period": ("2023-03", "2023-03")},
    ),
    (
        "What did the CFO say about margins during the earnings call?",
        "topic",
        "margins",
        {"speaker": "the CFO", "event": "the earnings call"},
    ),
    (
        "What was discussed at the annual general meeting?",
        "topic",
        "",
        {"event": "the annual general meeting"},
    ),
    (
        "What did Smith say at the hearing on climate change?",
        "topic",
        "climate change",
        {"speaker": "Smith", "event": "the hearing"},
    ),
    (
        "What does the 2016 statement say about abductions?",
        "topic",
        "abductions",
        {"event": "the 2016 statement"},
    ),
    (
        "What does the contract say about termination?",
        "topic",
        "termination",
        {"event": "The contract".lower()},
    ),
    ("What does the report conclude about bullying?", "topic", "bullying", {"event": "the report"}),
    (
        "What did Kim Sung-hwan say in New York?",
        "topic",
        "",
        {"speaker": "Kim Sung-hwan", "event": "New York"},
    ),
    (
        "What did they say about human rights last year?",
        "topic",
        "human rights",
        {"period": ("2023", "2023")},
    ),
    ("What did they say about peace in the Taiwan Strait?", "topic", "peace in the Taiwan Strait", {}),
    ("What did they say about reforms in Burma in any of the documents?", "topic", "reforms in Burma", {}),
    ("What did they say about cutting emissions by 2030?", "topic", "cutting emissions by 2030", {}),
    # yes or no, but about what was said
    ("Did any of the meetings bring up climate change?", "topic", "climate change", {}),
    ("Did they discuss tariffs?", "topic", "tariffs", {}),
    ("Did Clinton mention Syria?", "topic", "Syria", {"speaker": "Clinton"}),
    ("did anyone talk about gun control", "topic", "gun control", {}),
    ("Has anybody said anything about layoffs?", "topic", "layoffs", {}),
    ("Is Burma mentioned?", "topic", "Burma", {}),
    ("Was the pension fund mentioned in 2019?", "topic", "the pension fund", {"period": ("2019", "2019")}),
    ("Were microplastics discussed at the summit?", "topic", "microplastics", {"event": "the summit"}),
    ("Has CRISPR been mentioned?", "topic", "CRISPR", {}),
    ("Was there any talk of a ceasefire?", "topic", "a ceasefire", {}),
    ("Is there anything about Gaza?", "topic", "Gaza", {}),
    ("Are there any statements on whaling?", "topic", "whaling", {}),
    ("Do you have anything on Wirecard?", "topic", "Wirecard", {}),
    ("Do the documents mention offshore drilling?", "topic", "offshore drilling", {}),
    ("Does the judgment address costs?", "topic", "costs", {"event": "the judgment"}),
    ("Did the president speak about immigration?", "topic", "immigration", {"speaker": "the president"}),
    ("Didn't they mention Taiwan?", "topic", "Taiwan", {"negated": True}),
    ("Did they touch on school meals?", "topic", "school meals", {}),
    # which documents, how often, when
    ("Which documents mention Gaza?", "topic", "Gaza", {}),
    ("Which of the speeches talk about water?", "topic", "water", {}),
    ("In which documents is Gaza mentioned?", "topic", "Gaza", {}),
    ("Which documents do not mention Taiwan?", "topic", "Taiwan", {"negated": True}),
    ("Which documents are silent on Taiwan?", "topic", "Taiwan", {"negated": True}),
    ("How many documents mention Syria?", "topic", "Syria", {}),
    ("How often is Taiwan mentioned?", "topic", "Taiwan", {}),
    ("How often did Clinton mention Syria?", "topic", "Syria", {"speaker": "Clinton"}),
    ("When was Taiwan first mentioned?", "topic", "Taiwan", {"sought": "date"}),
    ("When did Clinton mention Syria?", "topic", "Syria", {"speaker": "Clinton", "sought": "date"}),
    # how somebody spoke of something
    ("How did the ministers respond to the nuclear test?", "topic", "the nuclear test", {}),
    ("How did Boeing react to the crash?", "topic", "the crash", {"speaker": "Boeing"}),
    ("How does Japan view the dispute?", "topic", "the dispute", {"speaker": "Japan"}),
    ("How was the budget described?", "topic", "the budget", {}),
    # asked for in other ways
    ("Tell me about the quantum program", "topic", "the quantum program", {}),
    ("Please tell me what they said about Iran.", "topic", "Iran", {}),
    ("Can you tell me what Clinton said about Syria?", "topic", "Syria", {"speaker": "Clinton"}),
    ("I'd like to know what was said about tariffs, please", "topic", "tariffs", {}),
    ("Could you please show me statements on semiconductors?", "topic", "semiconductors", {}),
    ("Summarize what was said about the drought", "topic", "the drought", {}),
    ("Summarise the comments on VAR", "topic", "VAR", {}),
    ("Give me all quotes about Brexit", "topic", "Brexit", {}),
    ("List every mention of asbestos", "topic", "asbestos", {}),
    ("Find everything Clinton said about Syria", "topic", "Syria", {"speaker": "Clinton"}),
    ("Show me quotes from Lagarde on inflation", "topic", "inflation", {"speaker": "Lagarde"}),
    ("I was wondering whether they mentioned Iran", "topic", "Iran", {}),
    ("Hi! What did they say about rugby?", "topic", "rugby", {}),
    ("So, what did they say about Libya?", "topic", "Libya", {}),
    ("Anything on Iran?", "topic", "Iran", {}),
    ("Taiwan?", "topic", "Taiwan", {}),
    ("climate change", "topic", "climate change", {}),
    ("statements on semiconductors", "topic", "semiconductors", {}),
    ("Haruto Tanaka on the yen", "topic", "the yen", {"speaker": "Haruto Tanaka"}),
    ("sanctions on Russia", "topic", "sanctions on Russia", {}),
    ("remarks by the governor about wildfires", "topic", "wildfires", {"speaker": "the governor"}),
    ("What was said about child neglect by a parent?", "topic", "child neglect by a parent", {}),
    ("What was said about wildfires by a spokesman?", "topic", "wildfires", {"speaker": "a spokesman"}),
    ("Taiwan in 2013", "topic", "Taiwan", {"period": ("2013", "2013")}),
    (
        "difference between russian blue and british blue cat",
        "fact",
        "difference between russian blue and british blue cat",
        {"sought": "thing"},
    ),
    (
        "songs that the miller's daughters sang at harvest",
        "fact",
        "songs that the miller's daughters sang at harvest",
        {"sought": "thing"},
    ),
    (
        "songs the miller's daughters sang at harvest",
        "topic",
        "songs the miller's daughters sang at harvest",
        {},
    ),
    # who
    (
        "Who said that the free and open world order is being challenged?",
        "who",
        "the free and open world order is being challenged",
        {},
    ),
    ("Who talked about Syria?", "who", "Syria", {}),
    ("Who mentioned the strike?", "who", "the strike", {}),
    ("who brought up asylum", "who", "asylum", {}),
    ("Which minister called for a ceasefire?", "who", "a ceasefire", {}),
    ("Whose words are “the cornerstone of peace”?", "who", "the cornerstone of peace", {}),
    ("Who has spoken about vaccines?", "who", "vaccines", {}),
    ("Who warned of a recession?", "who", "a recession", {}),
    ("Who was the first to mention Bitcoin?", "who", "Bitcoin", {}),
    ("Who is quoted as saying that the law is unconstitutional?", "who", "the law is unconstitutional", {}),
    ("Who called the commitments ironclad?", "who", "the commitments ironclad", {}),
    (
        "Who criticized the referee at the press conference?",
        "who",
        "the referee",
        {"event": "the press conference"},
    ),
    (
        "Who said in 2013 that the alliance is strong?",
        "who",
        "the alliance is strong",
        {"period": ("2013", "2013")},
    ),
    ("Who said that the war began in 2014?", "who", "the war began in 2014", {}),
    ('Can you tell me who said "we shall not be moved"?', "who", "we shall not be moved", {}),
    ("Which senators talked about opioids?", "who", "opioids", {}),
    ("Who didn't mention the audit?", "who", "the audit", {"negated": True}),
    # facts
    (
        "Who represented South Korea at the Rio de Janeiro meeting?",
        "fact",
        "represented South Korea",
        {"event": "the Rio de Janeiro meeting", "sought": "person"},
    ),
    (
        "Who did the U.S. government invite to meet President Obama in February?",
        "fact",
        "the U.S. government invite to meet President Obama",
        {"sought": "person"},
    ),
    ("Who won the 2018 World Cup?", "fact", "won the 2018 World Cup", {"sought": "person"}),
    ("Who was criticized by the judge?", "fact", "criticized by the judge", {"sought": "person"}),
    ("Who did Clinton thank?", "fact", "Clinton thank", {"sought": "person"}),
    (
        "Will the United States mediate the territorial disputes?",
        "fact",
        "the United States mediate the territorial disputes",
        {"sought": "yes or no"},
    ),
    (
        "How many students will the program train?",
        "fact",
        "students will the program train",
        {"sought": "number"},
    ),
    (
        "When did Porter hold the news conference with Tanaka?",
        "fact",
        "Porter hold the news conference with Tanaka",
        {"sought": "date"},
    ),
    ("What is Japan's GDP?", "fact", "Japan's GDP", {"sought": "number"}),
    (
        "When was North Korea's third nuclear test?",
        "fact",
        "North Korea's third nuclear test",
        {"sought": "date"},
    ),
    (
        "Where is the headquarters of the company?",
        "fact",
        "the headquarters of the company",
        {"sought": "place"},
    ),
    ("Why did the court dismiss the appeal?", "fact", "the court dismiss the appeal", {"sought": "reason"}),
    (
        "Which UN Security Council resolution imposed the strongest sanctions?",
        "fact",
        "UN Security Council resolution imposed the strongest sanctions",
        {"sought": "thing"},
    ),
    ("In what year was the club founded?", "fact", "the club founded", {"sought": "date"}),
    (
        "How much did revenue grow in 2022?",
        "fact",
        "revenue grow",
        {"sought": "number", "period": ("2022", "2022")},
    ),
    ("Did anyone bring up the South China Sea?", "topic", "the South China Sea", {}),
    ("What was said at the G20?", "topic", "", {"event": "at the G20"}),
    ("What did they say at the G20 about China?", "topic", "China", {"event": "at the G20"}),
    ("what's new on the ferry line", "topic", "the ferry line", {}),
    ("anything new on syria?", "topic", "syria", {}),
    (
        "Is the promise to the town firm?",
        "fact",
        "the promise to the town firm",
        {"sought": "yes or no"},
    ),
    ("Did Japan sign the treaty?", "fact", "Japan sign the treaty", {"sought": "yes or no"}),
    ("Is the drug approved?", "fact", "the drug approved", {"sought": "yes or no"}),
    ("Why wasn't the goal allowed?", "fact", "the goal allowed", {"sought": "reason", "negated": True}),
    ("how does insulin work", "fact", "insulin work", {"sought": "thing"}),
    (
        "The West Lutheran question is known as what?",
        "fact",
        "The West Lutheran question is known as",
        {"sought": "thing"},
    ),
    ("What did police find in the house?", "fact", "police find in the house", {"sought": "thing"}),
    ("Do you know when the trial starts?", "fact", "the trial starts", {"sought": "date"}),
    ("Which city hosts the youth summit?", "fact", "hosts the youth summit", {"sought": "place"}),
    # other languages
    ("关于台湾他们说了什么？", "topic", "台湾", {}),
    ("谁提到了叙利亚？", "who", "叙利亚", {"sought": "person"}),
    ("台湾について何と言いましたか", "topic", "台湾", {}),
    ("誰がシリアについて話しましたか？", "who", "シリア", {"sought": "person"}),
    ("대만에 대해 뭐라고 했나?", "topic", "대만", {}),
    ("누가 대만을 언급했나요?", "who", "대만", {"sought": "person"}),
    ("Qu'ont-ils dit sur Taïwan ?", "topic", "Taïwan", {}),
    ("Qui a parlé de la Syrie ?", "who", "Syrie", {"sought": "person"}),
    ("Was wurde über Taiwan gesagt?", "topic", "Taiwan", {}),
    ("Was sagte Clinton zu Syrien?", "topic", "Syrien", {"speaker": "Clinton"}),
    ("¿Qué dijeron sobre Taiwán?", "topic", "Taiwán", {}),
    ("¿Quién habló de Siria?", "who", "Siria", {"sought": "person"}),
    ("¿Cuándo se firmó el acuerdo?", "fact", "Cuándo se firmó el acuerdo", {"sought": "date"}),
    ("Что сказали о Тайване?", "fact", "Что сказали о Тайване", {}),
    # written unseen, then kept
    (
        "What have the regulators said about stablecoins?",
        "topic",
        "stablecoins",
        {"speaker": "the regulators"},
    ),
    ("Any comment from Ofcom on the outage?", "topic", "the outage", {"speaker": "Ofcom"}),
    ("has the mayor ever talked about bike lanes", "topic", "bike lanes", {"speaker": "the mayor"}),
    ("What's the bishop's view on divorce?", "topic", "divorce", {"speaker": "the bishop"}),
    ("Show all references to Article 5", "topic", "Article 5", {}),
    ("How tall is the new tower?", "fact", "the new tower", {"sought": "number"}),
    ("What did Nadal say after the final?", "topic", "", {"speaker": "Nadal", "event": "the final"}),
    (
        "What was the reaction of the union to the pay offer?",
        "topic",
        "the pay offer",
        {"speaker": "the union"},
    ),
    (
        "did the ceo apologise for the data breach",
        "topic",
        "the data breach",
        {"speaker": "the ceo"},
    ),
    (
        "What is the dockers' line on cranes, according to their own statement?",
        "topic",
        "cranes",
        {"speaker": "the dockers"},
    ),
    ("What is Norland's view on whaling?", "topic", "whaling", {"speaker": "Norland"}),
    ("What was Mayor Bell's view on the toll?", "topic", "the toll", {"speaker": "Mayor Bell"}),
    (
        "What was Bell's answer to the claim about tolls?",
        "topic",
        "the claim about tolls",
        {"speaker": "Bell"},
    ),
    ("What is Bell's proposal for the lake?", "topic", "the lake", {"speaker": "Bell"}),
    ("I need the lines on Chile", "topic", "Chile", {}),
    ("give me the bits on tolls please", "topic", "tolls", {}),
    ("got anything on Chile", "topic", "Chile", {}),
    ("ferry stuff - what came up?", "topic", "ferry", {}),
    ("s china sea?", "topic", "South china sea", {}),
    ("What was the vote on the pier contract?", "fact", "the vote on the pier contract", {"sought": "thing"}),
    ("camp fires - who raised them and in what words", "topic", "camp fires", {}),
    ("I need the lines on school meals inside Norland.", "topic", "school meals inside Norland", {}),
    ("For a sidebar: what do they say concerning ferries and tolls?", "topic", "ferries and tolls", {}),
    (
        "By whom was the mayor told that the pier stays?",
        "who",
        "the pier stays",
        {"sought": "person"},
    ),
    (
        "number of seats in the new chamber?",
        "fact",
        "number of seats in the new chamber",
        {"sought": "number"},
    ),
    ("I need everything on Nord Stream from 2022", "topic", "Nord Stream", {"period": ("2022", "2022")}),
    # what a body heard was said before it, by whoever spoke
    ("What did the jury hear about the gun?", "topic", "the gun", {"event": "the jury"}),
    ("What was the panel told about the eels?", "topic", "the eels", {"event": "the panel"}),
    ("What evidence has the committee heard on eels?", "topic", "eels", {"event": "the committee"}),
    ("Tell me what the council learned about the weir", "topic", "the weir", {"event": "the council"}),
    ("Did the committee hear anything about eels?", "topic", "eels", {"event": "the committee"}),
    (
        "What were members of the Harbour Board briefed on?",
        "topic",
        "",
        {"event": "the Harbour Board"},
    ),
    (
        "What did the Select Committee on Rivers hear of the weir?",
        "topic",
        "the weir",
        {"event": "the Select Committee on Rivers"},
    ),
    (
        "What did the inquiry hear from Dr. Lund about the weir?",
        "topic",
        "the weir",
        {"speaker": "Dr. Lund", "event": "the inquiry"},
    ),
    ("What were councillors told about the weir?", "topic", "the weir", {}),
    ("What did Birk hear about the weir?", "topic", "the weir", {"speaker": "Birk"}),
    ("What did the committee say about the weir?", "topic", "the weir", {"speaker": "the committee"}),
    # a writing that says something is where it is said
    ("What does the order say about eels?", "topic", "eels", {"event": "the order"}),
    ("Does the executive order mention eels?", "topic", "eels", {"event": "the executive order"}),
    ("What did the mayoral message say about eels?", "topic", "eels", {"event": "the mayoral message"}),
    ("What is said of eels in the proclamation?", "topic", "eels", {"event": "the proclamation"}),
    ("What does the latest audit say about eels?", "topic", "eels", {"event": "the latest audit"}),
    ("What did the Order of St Ebb say about eels?", "topic", "eels", {"speaker": "the Order of St Ebb"}),
    ("What did Norland Cable say about eels?", "topic", "eels", {"speaker": "Norland Cable"}),
    ("What did the Daily Bulletin say about eels?", "topic", "eels", {"speaker": "the Daily Bulletin"}),
    ("What was said after the proclamation about eels?", "topic", "eels", {}),
    # two questions, of which the second asks of what the first is about
    ("How is the fish pass working out?", "topic", "the fish pass", {}),
    (
        "How is the fish pass working out, and what do anglers think?",
        "topic",
        "the fish pass",
        {"speaker": "anglers"},
    ),
    ("What is the view of anglers on the weir?", "topic", "the weir", {"speaker": "anglers"}),
    ("Who opposed the amendment?", "who", "the amendment", {"sought": "person"}),
    ("Do any of the papers discuss microglia?", "topic", "microglia", {}),
    ("What does the IPCC say about sea level rise?", "topic", "sea level rise", {"speaker": "the IPCC"}),
    (
        "In their 2019 letter, what did the shareholders say about governance?",
        "topic",
        "governance",
        {"speaker": "the shareholders", "event": "their 2019 letter"},
    ),
    ("Is there any mention of child labour?", "topic", "child labour", {}),
    ("what's been written about the bridge collapse?", "topic", "the bridge collapse", {}),
    ("How did the defendant explain the payments?", "topic", "the payments", {"speaker": "the defendant"}),
    ("Why did the minister resign?", "fact", "the minister resign", {"sought": "reason"}),
    ("What language did the ministers use about Taiwan?", "topic", "Taiwan", {}),
    ("quotes about artificial intelligence", "topic", "artificial intelligence", {}),
    ("What did Merkel and Macron say about Greece?", "topic", "Greece", {"speaker": "Merkel and Macron"}),
    ("Which party leaders have commented on the strike?", "who", "the strike", {}),
    (
        "Was anything said about overtime pay during the strike talks?",
        "topic",
        "overtime pay",
        {"event": "the strike talks"},
    ),
    (
        "Have they spoken about the refugee crisis since 2015?",
        "topic",
        "the refugee crisis",
        {"period": ("2015", None)},
    ),
    (
        "Please find statements by the Home Secretary on policing between 2018 and 2020",
        "topic",
        "policing",
        {"speaker": "the Home Secretary", "period": ("2018", "2020")},
    ),
    ("Who described the ruling as a setback?", "who", "the ruling as a setback", {}),
    ("When does the ban take effect?", "fact", "the ban take effect", {"sought": "date"}),
    ("Did the speech mention unemployment?", "topic", "unemployment", {"event": "the speech"}),
    ("the government's position on fox hunting", "topic", "fox hunting", {"speaker": "the government"}),
    ("What evidence was given about the brakes?", "topic", "the brakes", {}),
    ("What did she say about Iran?", "topic", "Iran", {}),
    ("Who is the president of FIFA?", "fact", "the president of FIFA", {"sought": "person"}),
    (
        "How many goals did Haaland score in 2023?",
        "fact",
        "goals did Haaland score",
        {"sought": "number", "period": ("2023", "2023")},
    ),
    ("What is the capital of Burkina Faso?", "fact", "the capital of Burkina Faso", {"sought": "thing"}),
    ("What were the main points about housing?", "topic", "housing", {}),
    ("Which statements address cyber attacks?", "topic", "cyber attacks", {}),
    ("Tell me whether anyone raised the question of reparations", "topic", "reparations", {}),
    ("What did Article 50 require?", "fact", "Article 50 require", {"sought": "thing"}),
    ("Have there been any statements about Kosovo?", "topic", "Kosovo", {}),
    ("Where did the accident happen?", "fact", "the accident happen", {"sought": "place"}),
    (
        "What did the Archbishop of Canterbury say about the Rwanda plan in the House of Lords?",
        "topic",
        "the Rwanda plan in the House of Lords",
        {"speaker": "the Archbishop of Canterbury"},
    ),
    ("Did Kerry and Yun talk about human rights?", "topic", "human rights", {"speaker": "Kerry and Yun"}),
    ("What exactly did Blinken say about Russia?", "topic", "Russia", {"speaker": "Blinken"}),
    ("what is the us stance on the south china sea", "topic", "the south china sea", {"speaker": "the us"}),
    (
        "Has North Korea's satellite launch been condemned?",
        "fact",
        "North Korea's satellite launch been condemned",
        {"sought": "yes or no"},
    ),
    ("Which meetings discussed terrorism?", "topic", "terrorism", {}),
    ("Is the Trans-Pacific Partnership mentioned anywhere?", "topic", "the Trans-Pacific Partnership", {}),
    (
        "What did Secretary Clinton say to the people of Japan?",
        "topic",
        "the people of Japan",
        {"speaker": "Secretary Clinton"},
    ),
    ("Who expressed concern about human rights?", "who", "concern about human rights", {}),
    ("What commitments were made about extended deterrence?", "topic", "extended deterrence", {}),
    ("What are the allies' views on denuclearization?", "topic", "denuclearization", {}),
    (
        "Where did the ministers meet in 2016?",
        "fact",
        "the ministers meet",
        {"sought": "place", "period": ("2016", "2016")},
    ),
    (
        "How many nuclear tests has North Korea carried out?",
        "fact",
        "nuclear tests has North Korea carried out",
        {"sought": "number"},
    ),
    ("What did they say concerning Camp David?", "topic", "Camp David", {}),
    ("Give me Tanaka's comments on the alliance.", "topic", "the alliance", {"speaker": "Tanaka"}),
    ("Can you please list all the documents that mention semiconductors?", "topic", "semiconductors", {}),
    ("Were there any remarks about the Olympic Games?", "topic", "the Olympic Games", {}),
    ("What was the outcome of the vote?", "fact", "the outcome of the vote", {"sought": "thing"}),
    (
        "What did scientists say about the vaccine's side effects?",
        "topic",
        "the vaccine's side effects",
        {"speaker": "scientists"},
    ),
    (
        "Did the Senate debate gun control in 2022?",
        "topic",
        "gun control",
        {"speaker": "the Senate", "period": ("2022", "2022")},
    ),
    ("Is there a quote from Musk about Mars?", "topic", "Mars", {"speaker": "Musk"}),
    ("Who brought up the Hague Convention?", "who", "the Hague Convention", {}),
    ("which speaker mentioned refugees", "who", "refugees", {}),
    ("Who was against the merger?", "fact", "against the merger", {"sought": "person"}),
    ("What's the latest on the trade deal?", "topic", "the trade deal", {}),
    ("what did the committee decide on the budget", "topic", "the budget", {"speaker": "the committee"}),
    (
        "Did Lula address deforestation in his speech?",
        "topic",
        "deforestation",
        {"speaker": "Lula", "event": "his speech"},
    ),
    ("Tell me when the treaty was signed", "fact", "the treaty was signed", {"sought": "date"}),
    ("During the 2012 meeting, was Burma discussed?", "topic", "Burma", {"event": "the 2012 meeting"}),
    ("Before 2016, did anyone mention Crimea?", "topic", "Crimea", {"period": (None, "2015")}),
    ("How has the wording on Taiwan changed?", "topic", "Taiwan", {}),
    ("How did the position on Taiwan change over time?", "topic", "Taiwan", {}),
    ("Does anyone criticise the minister?", "topic", "the minister", {}),
    (
        "Did the airline say why the flight was cancelled?",
        "topic",
        "why the flight was cancelled",
        {"speaker": "the airline"},
    ),
    ("Find me the passage where Kerry talks about deterrence", "topic", "deterrence", {"speaker": "Kerry"}),
    (
        "What did the U.N. Secretary-General say about Gaza on Oct. 9, 2023?",
        "topic",
        "Gaza",
        {"speaker": "the U.N. Secretary-General", "period": ("2023-10-09", "2023-10-09")},
    ),
    ("Whose idea was the youth summit?", "fact", "idea was the youth summit", {"sought": "person"}),
    ("What did each minister say about Ukraine?", "topic", "Ukraine", {}),
    ("What was their message to China?", "topic", "China", {}),
    (
        "Why is the Taiwan Strait important to them?",
        "fact",
        "the Taiwan Strait important to them",
        {"sought": "reason"},
    ),
    ("'indispensable' - who said it?", "who", "indispensable", {}),
    (
        "What did Congress say about TikTok and national security?",
        "topic",
        "TikTok and national security",
        {"speaker": "Congress"},
    ),
    ("Were sanctions ever mentioned by Japan?", "topic", "sanctions", {"speaker": "Japan"}),
    (
        "Anything about maritime law enforcement in the May 2024 statement?",
        "topic",
        "maritime law enforcement",
        {"event": "the May 2024 statement"},
    ),
    ("Which of these documents talk about AI?", "topic", "AI", {}),
    ("I want to know if the bank said anything about bonuses", "topic", "bonuses", {"speaker": "the bank"}),
    ("What are people saying about the new iPhone?", "topic", "the new iPhone", {}),
    ("what was kerry's message on climate", "topic", "climate", {"speaker": "kerry"}),
    ("Who thinks the deal is dead?", "who", "the deal is dead", {}),
    ("How did Amazon justify the price rise?", "topic", "the price rise", {"speaker": "Amazon"}),
    (
        "Was the goalkeeper's mistake talked about after the match?",
        "topic",
        "the goalkeeper's mistake",
        {"event": "the match"},
    ),
    (
        "Show me what the Chancellor said about debt in the 2010 budget speech",
        "topic",
        "debt",
        {"speaker": "the Chancellor", "event": "the 2010 budget speech"},
    ),
    ("What do these papers say about gut bacteria?", "topic", "gut bacteria", {}),
    ("In what context did Blinken mention Taiwan?", "topic", "Taiwan", {"speaker": "Blinken"}),
    ("When did they last talk about missile defence?", "topic", "missile defence", {"sought": "date"}),
    ("Does the ruling say anything about damages?", "topic", "damages", {"event": "the ruling"}),
    ("What's the Vatican's line on contraception?", "topic", "contraception", {"speaker": "the Vatican"}),
    ("Did Ronaldo comment on the transfer?", "topic", "the transfer", {"speaker": "Ronaldo"}),
    (
        "How many people were injured in the crash?",
        "fact",
        "people were injured in the crash",
        {"sought": "number"},
    ),
    ("What is the name of the youth summit?", "fact", "youth summit", {"sought": "thing"}),
    (
        "Please summarise the position of the opposition on tuition fees",
        "topic",
        "tuition fees",
        {"speaker": "the opposition"},
    ),
    ("what does trump say about nato", "topic", "nato", {"speaker": "trump"}),
    (
        "Was there a discussion of supply chains in 2021?",
        "topic",
        "supply chains",
        {"period": ("2021", "2021")},
    ),
    ("Are any of the speeches about poverty?", "topic", "poverty", {}),
    (
        "Has the union's demand been mentioned since January 2020?",
        "topic",
        "the union's demand",
        {"period": ("2020-01", None)},
    ),
    (
        "I'm looking for remarks on quantum computing by the Deputy Secretary",
        "topic",
        "quantum computing",
        {"speaker": "the Deputy Secretary"},
    ),
    ("Who gave the opening remarks?", "fact", "gave the opening remarks", {"sought": "person"}),
    ("Why did Kodak fail?", "fact", "Kodak fail", {"sought": "reason"}),
    (
        "Do we know what the engineers said about the valve?",
        "topic",
        "the valve",
        {"speaker": "the engineers"},
    ),
    (
        "What did Greta Thunberg tell the UN about broken promises?",
        "topic",
        "broken promises",
        {"speaker": "Greta Thunberg"},
    ),
    ("Explain what the treaty says about inspections", "topic", "inspections", {"event": "the treaty"}),
    ("What, if anything, did they say about Kashmir?", "topic", "Kashmir", {}),
    (
        "What did the president of the club say about ticket prices last month?",
        "topic",
        "ticket prices",
        {"speaker": "the president of the club", "period": ("2024-04", "2024-04")},
    ),
    (
        "Which articles were published in 2020?",
        "fact",
        "articles were published",
        {"sought": "thing", "period": ("2020", "2020")},
    ),
    ("What did they NOT say about Taiwan?", "topic", "Taiwan", {"negated": True}),
    ("Is anyone on record about the bribes?", "topic", "the bribes", {}),
    ("Who do they blame for the outage?", "fact", "they blame for the outage", {"sought": "person"}),
    ("List the speakers who mentioned Syria", "who", "Syria", {}),
    ("Quote Obama on Syria", "topic", "Syria", {"speaker": "Obama"}),
    (
        "What percentage of voters supported the measure?",
        "fact",
        "voters supported the measure",
        {"sought": "number"},
    ),
    ("How long did the trial last?", "fact", "the trial last", {"sought": "number"}),
    ("Can the minister be removed?", "fact", "the minister be removed", {"sought": "yes or no"}),
    ("Did NASA announce a new mission?", "fact", "NASA announce a new mission", {"sought": "yes or no"}),
    (
        "What did Ginsburg write about equality in her dissent?",
        "topic",
        "equality",
        {"speaker": "Ginsburg", "event": "her dissent"},
    ),
    ("Taiwan Strait peace and stability", "topic", "Taiwan Strait peace and stability", {}),
    ("Japan", "topic", "Japan", {}),
    (
        "Is it true that the U.S. supports Taiwan's independence?",
        "fact",
        "the U.S. supports Taiwan's independence",
        {"sought": "yes or no"},
    ),
    (
        "What did the Court of Appeal say about jury instructions?",
        "topic",
        "jury instructions",
        {"speaker": "the Court of Appeal"},
    ),
    (
        "What do the minutes say about the pension deficit?",
        "topic",
        "the pension deficit",
        {"event": "the minutes"},
    ),
    (
        "has tesla said anything about recalls this year",
        "topic",
        "recalls",
        {"speaker": "tesla", "period": ("2024", "2024")},
    ),
    ("Which senator questioned the nominee?", "who", "the nominee", {}),
    ("How many wind turbines will be built?", "fact", "wind turbines will be built", {"sought": "number"}),
    ("what was said on the record about hostages", "topic", "hostages", {}),
    ("Did Sweden talk about joining NATO?", "topic", "joining NATO", {"speaker": "Sweden"}),
    ("Find statements that mention the Kyoto Protocol", "topic", "the Kyoto Protocol", {}),
    ("Who claimed responsibility for the attack?", "who", "responsibility for the attack", {}),
    (
        "What arguments did the plaintiff make about negligence?",
        "topic",
        "negligence",
        {"speaker": "the plaintiff"},
    ),
    (
        "What does Professor Lee think caused the collapse?",
        "topic",
        "caused the collapse",
        {"speaker": "Professor Lee"},
    ),
    (
        "I want to read what Ardern said after the earthquake",
        "topic",
        "",
        {"speaker": "Ardern", "event": "the earthquake"},
    ),
    ("Is inflation discussed in the annual report?", "topic", "inflation", {"event": "the annual report"}),
    (
        "How does the Pope see artificial intelligence?",
        "topic",
        "artificial intelligence",
        {"speaker": "the Pope"},
    ),
    ("Who is responsible for maintenance?", "fact", "responsible for maintenance", {"sought": "person"}),
    ("What was the judge's ruling on the evidence?", "topic", "the evidence", {"speaker": "the judge"}),
    (
        "Did either candidate mention student debt during the debate?",
        "topic",
        "student debt",
        {"event": "the debate"},
    ),
    (
        "What was said about Ukraine between February 2022 and June 2022?",
        "topic",
        "Ukraine",
        {"period": ("2022-02", "2022-06")},
    ),
    ("Tell me everything about the Green Line extension", "topic", "the Green Line extension", {}),
    ("What's Apple's stance on encryption?", "topic", "encryption", {"speaker": "Apple"}),
    ("Why do they oppose the dam?", "fact", "they oppose the dam", {"sought": "reason"}),
    ("Could someone tell me which officials spoke about drones?", "who", "drones", {}),
    ("When and where was the accord signed?", "fact", "the accord signed", {"sought": "date"}),
    (
        "In which speech did Churchill mention the iron curtain?",
        "topic",
        "the iron curtain",
        {"speaker": "Churchill"},
    ),
    ("Any news on the Boeing strike?", "topic", "the Boeing strike", {}),
    ("what do they say about us", "topic", "us", {}),
    ("Were there any complaints about noise?", "topic", "noise", {}),
    (
        "Give me a summary of remarks on housing by the mayor of London",
        "topic",
        "housing",
        {"speaker": "the mayor of London"},
    ),
    (
        "What did Xi tell Biden about Taiwan in November 2023?",
        "topic",
        "Taiwan",
        {"speaker": "Xi", "period": ("2023-11", "2023-11")},
    ),
    ("Did the doctors warn about side effects?", "topic", "side effects", {"speaker": "the doctors"}),
    ("Who are the members of the committee?", "fact", "the members of the committee", {"sought": "person"}),
    ("Is Messi injured?", "fact", "Messi injured", {"sought": "yes or no"}),
    ("What colour is the new flag?", "fact", "colour is the new flag", {"sought": "thing"}),
    ("What has changed in their position on Iran?", "topic", "Iran", {}),
    ("Anything from the Treasury about gilts?", "topic", "gilts", {"speaker": "the Treasury"}),
    ("How did the press cover the royal wedding?", "topic", "the royal wedding", {"speaker": "the press"}),
    ("Does the treaty mention submarines?", "topic", "submarines", {"event": "the treaty"}),
    ("What exactly was promised to farmers?", "topic", "farmers", {}),
    ('Who said, "I am not a crook"?', "who", "I am not a crook", {}),
    ("What's said about cats?", "topic", "cats", {}),
    ("Do they ever mention Article 9 of the constitution?", "topic", "Article 9 of the constitution", {}),
    (
        "What did Draghi say about the euro before he retired?",
        "topic",
        "the euro before he retired",
        {"speaker": "Draghi"},
    ),
    ("Show mentions of Gaza after October 2023", "topic", "Gaza", {"period": ("2023-11", None)}),
    (
        "How many ships did the minister say would come?",
        "fact",
        "ships would come",
        {"speaker": "the minister", "sought": "number"},
    ),
    ("Who did Dahl say would pay?", "fact", "pay", {"speaker": "Dahl", "sought": "person"}),
    (
        "How many students did they say will be trained?",
        "fact",
        "students will be trained",
        {"sought": "number"},
    ),
    # what asks again, narrows down or limits at the end
    (
        "Where do school meals come up, and what exactly is promised?",
        "topic",
        "school meals",
        {"sought": "place"},
    ),
    (
        "Is there any mention of otters in the minutes, and if so by whom?",
        "topic",
        "otters",
        {"event": "the minutes"},
    ),
    ("Were fares talked about? Give me the lines.", "topic", "fares", {}),
    ("Mayor Dahl on the new pier - what were her words?", "topic", "the new pier", {"speaker": "Mayor Dahl"}),
    ("bus fares, 2019 hearing only", "topic", "bus fares", {"event": "2019 hearing"}),
    ("pensions, just 2011", "topic", "pensions", {"period": ("2011", "2011")}),
    (
        "Please give me everything that was said about rice, especially rice as an export.",
        "topic",
        "rice",
        {},
    ),
    ("Ferry subsidies: who has proposed, defended or criticised them?", "topic", "Ferry subsidies", {}),
    # no verb of speech
    ("Could you pull every passage in which literacy is spoken of?", "topic", "literacy", {}),
    ("How did the two cities say they would deal with rats?", "topic", "rats", {"speaker": "the two cities"}),
    ("What is being done for people next door to the quarry?", "topic", "people next door to the quarry", {}),
    ("What's being done about rats?", "topic", "rats", {}),
    ("What was done to stop the flooding of the market?", "topic", "the flooding of the market", {}),
    ("What help are the hill farms being offered?", "topic", "help for the hill farms", {}),
    ("What aid will the islanders receive?", "topic", "aid for the islanders", {}),
    ("What position is taken toward Norland?", "topic", "Norland", {}),
    ("how do they plan to go after poachers", "topic", "poachers", {}),
    ("What doubts or assurances are there about the reactor?", "topic", "the reactor", {}),
    ("How are small shops affected, according to anyone here", "topic", "small shops", {}),
    ("What did Dahl answer to the unions?", "topic", "the unions", {"speaker": "Dahl"}),
    (
        "What is the name of the minister who signed it?",
        "fact",
        "minister who signed it",
        {"sought": "person"},
    ),
    ("The pond is less than how deep?", "fact", "The pond is less than how deep", {"sought": "number"}),
    # what no frame knows, read by the trained model
    ("Has the port authority promised dredging?", "topic", "dredging", {"speaker": "the port authority"}),
    (
        "My editor wants to know where the bishop comes down on bingo.",
        "topic",
        "bingo",
        {"speaker": "the bishop"},
    ),
    ("Did the minister rule out a tax on sugar?", "topic", "a tax on sugar", {"speaker": "the minister"}),
    (
        "What effect does the ferry law have on fares?",
        "fact",
        "effect does the ferry law have on fares",
        {"sought": "thing"},
    ),
    ("What abbey did Ottokar found?", "fact", "abbey did Ottokar found", {"sought": "place"}),
    ("What language did the miller speak?", "fact", "language did the miller speak", {"sought": "thing"}),
    ("How much land does the orchard cover?", "fact", "land does the orchard cover", {"sought": "number"}),
    ("What marsh covers six parishes?", "fact", "marsh covers six parishes", {"sought": "thing"}),
    ("What concerns did the anglers raise about the dam?", "topic", "the dam", {"speaker": "the anglers"}),
    ("What promises did the mayor make about housing?", "topic", "housing", {"speaker": "the mayor"}),
    ("what was the bell made of", "fact", "the bell made of", {"sought": "thing"}),
    ("What did they make of the plan?", "topic", "the plan", {}),
    (
        "do you have to register a kayak in Vermont",
        "fact",
        "you have to register a kayak in Vermont",
        {"sought": "yes or no"},
    ),
    ("Within what forest does the herd graze?", "fact", "forest does the herd graze", {"sought": "place"}),
    ("The lighthouse guides ships and what?", "fact", "The lighthouse guides ships and", {"sought": "thing"}),
    (
        "The press was stopped by using which tool?",
        "fact",
        "The press was stopped by using",
        {"sought": "thing"},
    ),
    ("The old mill was sold to", "fact", "The old mill was sold to", {"sought": "thing"}),
    (
        "What does the mayor's office divide itself into?",
        "fact",
        "the mayor's office divide itself into",
        {"sought": "thing"},
    ),
    ("What year did King Ottokar leave Prague?", "fact", "King Ottokar leave Prague", {"sought": "date"}),
    ("What did countries such as Chad sign?", "fact", "countries such as Chad sign", {"sought": "thing"}),
    (
        "What pumps raise water pressure above the limit?",
        "fact",
        "pumps raise water pressure above the limit",
        {"sought": "thing"},
    ),
    (
        "When the strike ended, what did he found?",
        "fact",
        "the strike ended, what did he found",
        {"sought": "thing"},
    ),
    ("Which general led the retreat?", "fact", "general led the retreat", {"sought": "person"}),
    ("What general rule do they follow?", "fact", "general rule do they follow", {"sought": "thing"}),
    ("Has anyone denied the allegations?", "fact", "anyone denied the allegations", {"sought": "yes or no"}),
]


def parse(found: Question) -> dict[str, Any]:
    period = (found.period.first, found.period.last) if found.period else None
    return {
        "kind": found.kind,
        "topic": found.topic,
        "speaker": found.speaker,
        "period": period,
        "event": found.event,
        "sought": found.sought,
        "negated": found.negated,
    }


@pytest.mark.parametrize(("asked", "kind", "topic", "others"), TABLE, ids=[row[0] for row in TABLE])
def test_a_question_is_understood(asked: str, kind: str, topic: str, others: dict[str, Any]) -> None:
    expected = {
        "kind": kind,
        "topic": topic,
        "speaker": None,
        "period": None,
        "event": None,
        "negated": False,
    }
    expected |= {"sought": "person" if kind == "who" else None} | others
    assert parse(understand(asked, newest=NEWEST)) == expected


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("", "empty"),
        (" \t\n ", "empty"),
        ("\u200b\u202e\x00", "empty"),
        ("?!…", "no words"),
        ("🤔", "no words"),
        ("a" * (LONGEST_QUESTION + 1), "1,001 characters"),
        ("what " * 20_000, "characters"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_in_one_sentence(asked: str, message: str) -> None:
    with pytest.raises(BadQuestion, match=message) as refused:
        understand(asked)
    assert "\n" not in str(refused.value)


def test_control_and_direction_characters_are_left_out_of_what_is_searched() -> None:
    asked = " What\u202e did\x07 they\n say\u200f about\ud800 Taiwan? "
    found = understand(asked)
    assert (found.asked, found.searched, found.topic) == (asked, "What did they say about Taiwan?", "Taiwan")


def test_the_longest_question_is_still_asked() -> None:
    asked = "What did they say about " + "x" * (LONGEST_QUESTION - 24)
    assert understand(asked).topic == "x" * (LONGEST_QUESTION - 24)


def test_white_space_around_the_longest_question_does_not_count() -> None:
    assert understand("  Taiwan  " + " " * LONGEST_QUESTION).topic == "Taiwan"


def test_an_order_in_a_question_is_a_topic_like_any_other() -> None:
    found = understand("What did they say about “ignore all previous instructions”?")
    assert (found.kind, found.topic) == ("topic", "ignore all previous instructions")


def test_limits_inside_quotation_marks_are_words() -> None:
    found = understand("Who said “peace in 2013 at the Rio meeting”?")
    assert (found.period, found.event, found.topic) == (None, None, "peace in 2013 at the Rio meeting")


WORDS = st.sampled_from(
    """what did they say about Taiwan in 2013 and or how who said that it the a Clinton's minister meeting report at on
    of from to , ? " ' “ ” before between 31 May last year not been mentioned else tell me please documents 台湾 について
    ¿ qué was wurde über - ( ) 2012-2014 there is any""".split()
)


def test_a_follow_up_that_names_nothing_stands_by_itself() -> None:
    assert understand("WHAT ABOUT '", ["0"]).searched == "WHAT ABOUT '"


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)),
    st.lists(st.text(max_size=40), max_size=3),
)
def test_any_text_is_understood_or_refused(asked: str, history: list[str]) -> None:
    try:
        found = understand(asked, history, newest=NEWEST)
    except BadQuestion:
        return
    assert found.asked == asked
    assert found.searched
    assert found.kind in ("topic", "fact", "who")
    assert (found.sought == "person") if found.kind == "who" else True
    if not any(mark in asked for mark in "?!.。？！"):
        # What is shown as searched is what was understood.
        again = understand(found.searched, newest=NEWEST)
        assert replace(again, asked="") == replace(found, asked="")


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_the_topic_is_made_of_the_words_of_the_question(asked: str) -> None:
    try:
        found = understand(asked, newest=NEWEST)
    except BadQuestion:
        return
    assert set(found.topic.replace(" ", "")) <= set(found.searched)
