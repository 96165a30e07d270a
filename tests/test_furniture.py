"""What of a saved page is set aside, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import gold
from index import furniture
from index.lines import split

BEFORE = "The foreign ministers met in Lima on Tuesday and discussed the security of the region."
AFTER = "They agreed to meet again in the autumn, and to invite their colleagues from the north."


def between(line: str) -> list[tuple[str, str]]:
    """What is set aside when the line stands alone between two paragraphs."""
    text = f"{BEFORE}\n\n{line}\n\n{AFTER}\n"
    return [(text[span.start : span.end], span.kind) for span in furniture.find(text)]


FURNITURE = [
    ("Accessibility links", "menu"),
    ("Skip to main content", "menu"),
    ("No menu items!", "menu"),
    ("Home > News > Asia", "menu"),
    ("Home | World | Politics | Business", "menu"),
    ("[Home](/) | [News](/news) | [Opinion](/opinion)", "menu"),
    ("Load More", "menu"),
    ("본문 바로가기", "menu"),
    ("本文へ移動", "menu"),
    ("Zum Inhalt springen", "menu"),
    ("- Advertisement -", "advert"),
    ("ADVERTISEMENT", "advert"),
    ("Story continues below advertisement", "advert"),
    ("Advertisement · Scroll to continue", "advert"),
    ("Sponsored", "advert"),
    ("広告", "advert"),
    ("광고", "advert"),
    ("La suite après cette publicité", "advert"),
    ("please wait", "player"),
    ("No media source currently available", "player"),
    ("0:00 0:03:48 0:00", "player"),
    ("00:00 / 03:48", "player"),
    ("Direct link", "player"),
    ("Listen to this article", "player"),
    ("Image 3 of 12", "player"),
    ("Share This Post", "share links"),
    ("Tweet", "share links"),
    ("Copy link", "share links"),
    ("Facebook Twitter WhatsApp Email", "share links"),
    ("Share on Facebook (Opens in new window)", "share links"),
    ("1.2K shares", "share links"),
    ("공유하기", "share links"),
    ("Partager sur Facebook", "share links"),
    ("Webp xcg0u0xjkbp2okga1vglapx2u7ba", "picture file name"),
    ("IMG_1234.jpg", "picture file name"),
    ("GettyImages-1234567890", "picture file name"),
    ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "picture file name"),
    ("[![A street](a.jpg)](/b)", "picture"),
    ("![A street in Lima](https://example.org/a.jpg)", "picture"),
    ("Related Posts", "related posts"),
    ("## Related articles", "related posts"),
    ("READ MORE: Ministers to meet again in Rome", "related posts"),
    ("Lire aussi : Les ministres se réunissent à Rome", "related posts"),
    ("Mehr zum Thema", "related posts"),
    ("関連記事", "related posts"),
    ("관련기사", "related posts"),
    ("相关新闻", "related posts"),
    ("You may also like", "related posts"),
    ("ORGANIZATIONS IN THIS STORY", "label"),
    ("Breaking News", "label"),
    ("Tags: Japan, Korea, Taiwan", "label"),
    ("5 min read", "label"),
    ("#Japan #Korea #Taiwan", "label"),
    ("Filed Under: World", "label"),
    ("Source: Donga", "credit"),
    ("[워싱턴=뉴시스]", "credit"),
    ("(AP Photo/Jane Roe)", "credit"),
    ("Photo credit: Jane Roe/Reuters", "credit"),
    ("Reporting by Jane Roe; Editing by John Doe", "credit"),
    ("jane.roe@example.org", "credit"),
    ("12 comments", "comment prompt"),
    ("Your email address will not be published. Required fields are marked *", "comment prompt"),
    ("We use cookies to give you the best experience. Learn more about it.", "notice"),
    ("Sign up for our daily newsletter to get the best stories.", "notice"),
    ("Already a subscriber? Log in", "notice"),
    ("Wir verwenden Cookies, um unsere Seite zu verbessern.", "notice"),
    ("© 2024 The Daily Page. All rights reserved.", "copyright"),
    ("Copyright 2024 The Daily Page", "copyright"),
    ("<저작권자 ⓒ 데일리, 무단전재 및 재배포 금지>", "copyright"),
    ("End text.", "marker"),
    ("###", "marker"),
    (r"\###", "marker"),
    ("* * *", "marker"),
    ("-30-", "marker"),
    ("<!-- wp:paragraph -->", "markup"),
    ('<div class="share">', "markup"),
    ("[Read the statement](https://example.org/statement)", "link"),
    ("https://example.org/statement", "link"),
    ("Page 3 of 12", "page number"),
]

TEXT = [
    "Share prices fell on Tuesday after the ministers met.",
    "The advertisement ran in three newspapers on Sunday.",
    "Advertising of tobacco is banned in both countries.",
    "Related to this, the ministers also discussed trade.",
    "Related: the ministers also discussed the harvest of last year.",
    "Comments by the minister drew criticism from the north.",
    "Print the words that she said, and nothing else.",
    "“We use cookies to track nobody,” the company said.",
    "We and our partners will continue to support the people of the region.",
    "By submitting this budget, the President has shown where he stands.",
    "Sign the treaty now, he told them.",
    "Subscribe to the idea that all are equal, and act on it.",
    "Listen to the people, she said.",
    "Please wait for the interpretation.",
    "You are here.",
    "Got it.",
    "I understand.",
    "Not now.",
    "Thank you.",
    "Breaking news travels fast, the minister said with a smile.",
    "The latest round of talks failed.",
    "Read more books, the minister told the students.",
    "Copyright law was on the agenda as well.",
    "Log in the river blocked the way of the convoy.",
    "Home to two million people, Lima is the capital.",
    "Read the full statement, which was released in Lima on Tuesday by all three of them.",
    "Source of the conflict is the border in the north.",
    "Source: the ministers' own account, as they gave it to the press in Lima on Tuesday evening.",
    "Photo: Foreign Minister Jane Roe shakes hands with her guest at the door of the ministry",
    "Foreign Minister Jane Roe, left, and John Doe pose for photographers in Lima, Sept. 28, 2012.",
    "Jane Roe, 71st Secretary of State | Official Website",
    "Washington, DC - Today the ministers met in New York to talk.",
    "WASHINGTON, Jan. 18, 2013 (Reuters) -",
    "[서울=뉴시스] 김지훈 기자 = 세 나라 장관이 만났다.",
    "(Laughter.)",
    "(Applause.)",
    "Q",
    "Q    Thank you. Will you share it?",
    "MS. ROE:",
    "MS. ROE:  Next question.",
    "4:49 P.M. MST",
    "END                4:10 P.M. CAT",
    "Oval Office",
    "East Room",
    "South Court Auditorium",
    "Background",
    "Economy",
    "## Comments on the draft by the council",
    "Asia",
    "March 20, 2024",
    "(March 19, 2024)",
    "By Jane Roe",
    "Published: 3 March 2021",
    "Korea, the United States, and Japan hold their first meeting of the year… “Close cooperation”",
    "Ministers Meet in Lima",
    "More on the coordinated federal response:",
    "Next steps",
    "We will not stop —",
    "- Google",
    "-   Bloomberg, which reported it first",
    "(c) 10 percent, determined by the value of the product;",
    "[The ministers agreed on a long list of steps to be taken](https://example.org/steps)",
    "S/RES/2270 (2016)",
    "Regarding the islands, the minister reiterated the desire to see the matter resolved.",
    "未经授权的军事行动违反了国际法。",
    "共有について、大臣は次のように述べた。",
    "공유 경제에 대해 장관은 다음과 같이 말했다.",
    "Teilen wollen die Minister die Kosten, sagte sie.",
    "Imprimir billetes no es la solución, dijo el ministro.",
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_furniture_is_set_aside(line: str, kind: str) -> None:
    assert between(line) == [(line, kind)]


@pytest.mark.parametrize("line", TEXT)
def test_text_is_not(line: str) -> None:
    assert between(line) == []


def test_front_matter_is_one_stretch() -> None:
    text = f'---\ndate: 2024-03-20\ntitle: "A talk"\n---\n\n{BEFORE}\n'
    assert [(text[span.start : span.end], span.kind) for span in furniture.find(text)] == [
        ('---\ndate: 2024-03-20\ntitle: "A talk"\n---', "front matter")
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = f"---\n\n{BEFORE}\n\n---\n"
    assert {span.kind for span in furniture.find(text)} == {"marker"}


def test_markup_over_several_lines_is_one_stretch_and_its_caption_is_text() -> None:
    text = f'{BEFORE}\n\n<figure>\n<img\nsrc="a.jpg"\nwidth="600" />\n<figcaption>Jane Roe in Lima</figcaption>\n</figure>\n'
    found = [(text[span.start : span.end], span.kind) for span in furniture.find(text)]
    assert found == [('<figure>\n<img\nsrc="a.jpg"\nwidth="600" />', "markup"), ("</figure>", "markup")]


def test_a_comment_may_break_off() -> None:
    assert furniture.find(f"{BEFORE}\n\n<!-- never closed\n\n{AFTER}\n") == ()


@pytest.mark.parametrize(
    ("text", "kind", "aside"),
    [
        # Of a repeated headline the first stays.
        (f"Ministers Meet in Lima Today\n\n{BEFORE}\n\nMinisters - Meet in Lima today\nplease wait\n\n{AFTER}", "repeated headline", "Ministers - Meet in Lima today"),
        (f"Ministers Meet in Lima Today\n\nMinisters Meet in Lima Today | The Daily Page\n\n{BEFORE}", "repeated headline", "Ministers Meet in Lima Today | The Daily Page"),
        # Of a teaser and its sentence the fuller one stays.
        (f"“The foreign ministers met in Lima on Tuesday and discussed”\n\n{BEFORE}\n\n{AFTER}", "teaser", "“The foreign ministers met in Lima on Tuesday and discussed”"),
        (f"{AFTER}\n\nFrom the talks. {AFTER} It was late.", "teaser", AFTER),
        (f"{BEFORE}\n\n{AFTER}\n\n“the foreign ministers met in Lima on Tuesday and discussed…”\n\nLast words.", "teaser", "“the foreign ministers met in Lima on Tuesday and discussed…”"),
        ("「三か国の外相は地域の情勢について」\n\n三か国の外相は地域の情勢について議論し、協力を強化することで一致した。", "teaser", "「三か国の外相は地域の情勢について」"),
    ],
)  # fmt: skip
def test_echoes(text: str, kind: str, aside: str) -> None:
    found = [(text[span.start : span.end], span.kind) for span in furniture.find(text)]
    assert (aside, kind) in found
    assert len([one for one in found if one[1] == kind]) == 1


@pytest.mark.parametrize(
    "text",
    [
        # A refrain, a place said again, and a short answer are no echoes.
        "East Room\n\nTHE PRESIDENT:  Thank you.\n\nEast Room\n",
        f"Ministers Meet\n\n{BEFORE}\n\nMinisters Meet\n",
        f"{BEFORE}\n\n{BEFORE}\n",
        "Q    Will the ministers meet again in Lima this year, sir?\n\n"
        "MS. ROE:  Will the ministers meet again in Lima this year, sir? I do not know that.\n",
        f"{BEFORE} One.\n\n{BEFORE} Two.\n\n{BEFORE} Three.\n\n{AFTER}\n\n{AFTER} It was late, she added.\n",
    ],
)
def test_no_echoes(text: str) -> None:
    assert furniture.find(text) == ()


def test_headlines_below_related_posts_belong_to_it() -> None:
    below = "Related Posts\n\nHarvest fails in the north\n\nMay 3, 2019\n\nMinisters to meet in Rome\n"
    text = f"{BEFORE}\n\n{below}"
    assert [text[span.start : span.end] for span in furniture.find(text)] == [
        line for line in below.split("\n") if line
    ]
    assert {span.kind for span in furniture.find(text)} == {"related posts"}


def test_a_subheading_after_related_posts_higher_up_is_text() -> None:
    text = f"{BEFORE}\n\nRelated Posts\nHarvest fails in the north\n\nWhat comes next\n\n{AFTER}\n"
    assert [text[span.start : span.end] for span in furniture.find(text)] == [
        "Related Posts",
        "Harvest fails in the north",
    ]


def test_words_of_menus_count_in_company_only() -> None:
    menu = "Home\nWorld\nPolitics\nOpinion\nVideo\n"
    text = f"{menu}\n{BEFORE}\n\nPolitics\n\n{AFTER}\n"
    assert [text[span.start : span.end] for span in furniture.find(text)] == menu.split()


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    text = (
        "The ministers said that the burden of the work is one that all three of\n"
        "[the countries](https://example.org/statement-of-the-three-countries)\n"
        "will take part in, and that there are costs that they are all willing to\n"
        "share\n"
    )
    assert furniture.find(text) == ()
    assert len(split(text)) == 1


def test_numbers_that_count_up_alone_are_page_numbers() -> None:
    pages = "".join(f"{BEFORE}\n\n{AFTER}\n\nA subheading\n\n{page}\n\n" for page in range(1, 4))
    assert [span.kind for span in furniture.find(pages)] == ["page number"] * 3
    assert furniture.find(f"{BEFORE}\n\n5\n\n{AFTER}\n") == ()


@given(
    st.lists(
        st.sampled_from(
            [line for line, _ in FURNITURE]
            + TEXT
            + ["", " ", "\t", "---", "```", "\u2028", "\f", "\r", "<a", "-->", "12"]
        ),
        max_size=25,
    ).flatmap(lambda lines: st.sampled_from(["\n".join(lines), "\r\n".join(lines), "\n\n".join(lines)]))
)
def test_spans_are_sorted_whole_lines(text: str) -> None:
    found = furniture.find(text)
    starts = {line.start for line in split(text)}
    ends = {line.end for line in split(text)}
    position = 0
    for span in found:
        assert position <= span.start < span.end <= len(text)
        assert span.kind == span.kind.lower().strip() != ""
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        if span.kind != "front matter":
            assert span.start in starts
            assert span.end in ends
        position = span.end


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for span in furniture.find(text):
        assert text[span.start : span.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000, "\n" * 100_000, "a\n" * 50_000, "<!--" * 50_000, "<a " * 60_000, "[" * 200_000,
        "![a](" * 40_000, "Related Posts\n\n" * 10_000, "---\na: b\n" * 10_000, (BEFORE + "\n\n") * 2_000,
        f"“{BEFORE}”\n\n" * 2_000, "0:00 " * 40_000, "via " * 50_000,
    ],
)  # fmt: skip
def test_hostile_texts_come_to_an_end(text: str) -> None:
    assert all(span.start < span.end for span in furniture.find(text))


def test_what_is_to_be_quoted_of_the_shared_documents_is_not_set_aside(shared: Path) -> None:
    """A teaser may repeat it, but it stands in the text too."""
    for question in gold.read(shared / "gold" / "seeds.jsonl"):
        for quote in question.quotes:
            text = (shared / "seeds" / quote.document).read_bytes().decode()
            kept = list(text)
            for span in furniture.find(text):
                kept[span.start : span.end] = "\0" * (span.end - span.start)
            assert quote.text in "".join(kept)
