"""What a question for a fact in another language than English holds, and how much of it a text does.

The trained model of rag/evidence reads English. Here only words are compared, those of the question's
grammar left out: pairs of characters in Chinese and Japanese, stems elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import stems, words

Rarity = Callable[[str], float]  # a stem → inverse document frequency, inf for an unknown one

_UNKNOWN, _RAREST = 3.0, 5.0  # weights: of a word the collection lacks, which may be none; the most of any
_SHORT, _KIN, _ENDING = 4, 5, 5  # letters of a root; that two forms share; in which they may differ
# Words of grammar and of asking, per language: closed classes of the usual learner's grammars.
_GRAMMAR = {
    "de": """
    der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf zu zum
    zur von vom mit bei bis für über unter nach aus um als wie wer wen wem wessen wann wo woher
    wohin warum wieso weshalb was welche welcher welches welchen welchem viel viele vielen mehr ist
    sind war waren wird werden wurde wurden hat haben hatte hatten sein kann können soll sollen muss
    müssen es er sie man sich nicht auch noch dort da hoch lange groß oft prozent jahr datum tag
    gibt gab geht ging macht machte kommt kam steht
    """,
    "fr": """
    le la les un une des du de et ou mais en dans à au aux sur sous par pour avec sans chez que qu
    quoi qui quand où pourquoi comment combien quel quelle quels quelles est sont était étaient sera
    seront a ont avait doit doivent peut peuvent ce cette ces il elle ils elles on se ne pas y d l s
    n t c est-ce plus fait être date année
    """,
    "es": """
    el la los las un una unos unas de del y o pero en a al por para con sin sobre que qué quién
    quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas cuál cuáles es son era eran fue fueron
    será ha han había se no lo su sus hay está están más año fecha
    """,
    "it": """
    il lo la i gli le un uno una di del dello della dei degli delle e o ma in nel nello nella nei negli nelle
    a al allo alla ai agli alle da dal dalla dai per con su sul sulla sui sulle tra fra che chi cui quando
    dove come quanto quanta quanti quante quale quali perché è sono era erano fu sarà ha hanno aveva si non
    ci c l d n c'è più anno data stato stata
    """,
    "pt": """
    o a os as um uma uns umas de do da dos das e ou mas em no na nos nas ao à aos às por pelo pela para com
    sem sobre que quem quando onde como quanto quanta quantos quantas qual quais é são era eram foi foram
    será há havia se não o seu sua seus suas está estão mais ano data
    """,
    "nl": """
    de het een en of maar in op aan bij van voor met door naar uit om over onder tegen tot als dan die dat
    deze dit wie wat waar wanneer hoe hoeveel welke welk waarom is zijn was waren wordt werd worden werden
    heeft hebben had hadden kan kunnen zal zullen moet er het hij zij ze men zich niet ook nog meer jaar
    datum dag
    """,
}
_ZH = re.compile(
    r"(?:是)?(?:什么|什麼|哪些|哪一年|哪年|哪个|哪個|哪一|哪种|哪種|哪位|哪裡|哪里|哪|谁|誰|何时|何時|何地|何处"
    r"|多少|多大|多长|几个|幾個|几|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|為何|是否|有没有|時候|时候|名字|叫做|名称|根据|关于|通过|其中|可以|能够|以及)"
    r"|[的了是在有被由和与與对對于於从從中吗嗎呢嘛吧为為把将將之所这這那它他她们們个個种種上下里裡以后後前也都就]"
)
_JA_GRAMMAR = re.compile(r"[\u3040-\u309f]+|何|誰|幾|最大|最小")
_KO_GRAMMAR = re.compile(
    r"^(?:무엇|무슨|누구|누가|언제|어디|어떤|어느|얼마|얼마나|몇|왜|어떻게|있|하|되|했|한|된|인|이|그|및|또는).{0,3}$"
)
_KO_ENDING = re.compile(r"(?:에서|으로|에게|까지|부터|이라|라고|은|는|이|가|을|를|의|에|로|와|과|도)$")
# What a price is asked with; the answer may say "estimated at".
PRICE = re.compile(
    r"\bco[uû]t\w*|\bkoste\w*|\bcuesta\w*|\bcost(?:[aó]|ará)n?\b|いくら|多少钱|多少錢|얼마", re.IGNORECASE
)
LANGUAGES = frozenset({*_GRAMMAR, "zh", "ja", "ko"})
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Sought:
    """The pieces of a question that a text can hold, with their weights, which add up to 1."""

    pieces: tuple[str, ...]
    weights: tuple[float, ...]

    def share(self, text: str) -> float:
        """The weight of the pieces that the text holds, 0 to 1."""
        folded, held = _read(text)
        return sum(
            weight
            for piece, weight in zip(self.pieces, self.weights, strict=True)
            if (piece in folded if _EAST.search(piece) else _holds(piece, held))
        )


def sought(question: str, language: str, rarity: Rarity) -> Sought:
    """What a text has to hold to answer; empty for a question of nothing but grammar."""
    pieces = list(dict.fromkeys(_pieces(question, language)))
    weights = [
        0.3 + min(_RAREST, _UNKNOWN if (found := rarity(piece)) == float("inf") else found)
        for piece in pieces
    ]
    whole = sum(weights) or 1.0
    return Sought(tuple(pieces), tuple(weight / whole for weight in weights))


def _pieces(question: str, language: str) -> Sequence[str]:
    text = PRICE.sub(" ", unicodedata.normalize("NFKC", question))
    if language == "ko":
        return [
            pair
            for word in text.split()
            if not _KO_GRAMMAR.match(word)
            for pair in stems(_KO_ENDING.sub("", word))
        ]
    if language in ("zh", "ja"):
        text = (_ZH if language == "zh" else _JA_GRAMMAR).sub(" ", text)
        return [piece for piece in stems(text) if len(piece) > 1 or piece.isdigit()]
    grammar = grammar_of(language)
    return [
        word.stem
        for word in words(text.replace("'", " ").replace("’", " "))
        if text[word.start : word.end].casefold() not in grammar
        and (len(word.stem) > 1 or word.stem.isdigit())
    ]


@lru_cache(maxsize=8)
def grammar_of(language: str) -> frozenset[str]:
    """Words of grammar and of asking; nothing for English and the East Asian languages."""
    return frozenset(_GRAMMAR.get(language, "").split())


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, frozenset[str]]:
    return unicodedata.normalize("NFKC", text).casefold(), frozenset(stems(text))


def _holds(stem: str, held: frozenset[str]) -> bool:
    """Whether a text holds a word, another form of it, or a compound with it ("Gasspeicher", "Speicher")."""
    if stem in held:
        return True
    if len(stem) < _SHORT:
        return False
    root = stem[: max(_KIN, len(stem) - _ENDING)]
    return any(
        (
            abs(len(other) - len(stem)) <= _ENDING
            and (other.startswith(root) or (stem.startswith(other) and len(other) >= _SHORT))
        )
        or (len(other) > _KIN and (other[:-2] in stem[2:] or stem[: max(_KIN, len(stem) - 2)] in other[2:]))
        for other in held
    )
