"""Words that somebody quotes while he speaks: "As Ann Bell once wrote, “…”" is in her words, within his."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.documents import Span
from rag.quotes import Statement
from rag.speech.articles import Article, less
from rag.speech.clauses import Sentence
from rag.speech.given_names import is_given
from rag.speech.streams import Quoted

_MARKS = '"“”„«»「『'
_LEAST = 4  # words; fewer are the speaker's choice of words: "the so-called “old guard”"
_OWN_VERBS = frozenset(
    """said say says told tell asked ask replied answered thought think wrote called call mean meant promised
    vowed announced declared""".split()
)
_NEAR = 5  # tokens between "I said to him" and the words


def with_cited(flat: str, spoken: Iterable[Statement]) -> list[Statement]:
    """The statements of those who have the floor, less the words that they say are a named person's.

    Only where the name stands in the sentence, or in the one before: in a speech "he said" can be anybody.
    """
    made = list(spoken)
    paragraphs = [Span(one.start, one.end) for one in made if one.voice == "direct"]
    if not any(mark in flat[one.start : one.end] for one in paragraphs for mark in _MARKS):
        return made
    article = Article(flat, paragraphs)
    direct = {one.start: one for one in article.statements() if one.voice == "direct"}
    theirs: list[Quoted] = []
    for before, sentence in zip([None, *article.sentences], article.sentences, strict=False):
        near = [one for one in (before, sentence) if one and one.paragraph == sentence.paragraph]
        for index in sentence.quotes:
            one = article.quoted[sentence.words[index].quote]
            if one.span.start in direct and _is_named(one, near) and not _is_own(sentence, index):
                theirs.append(one)
    kept = [one for one in theirs if not _speaks(one, made)]
    others = [direct[one.span.start] for one in kept]
    return sorted([*less(made, kept, flat), *others]) if others else made


def _is_named(one: Quoted, near: Sequence[Sentence]) -> bool:
    """Do these sentences say by name whose words these are?"""
    person = one.source.person if one.source is not None and one.tagged else None
    if person is None or one.size < _LEAST or not (person.roles or is_given(person.name[0].lower())):
        return False
    return any(word.removesuffix("'s") == person.surname for sentence in near for word in sentence.low)


def _is_own(sentence: Sentence, index: int) -> bool:
    """ "I said to Bell, “…”", "We told him: “…”": are these words the speaker's own?"""
    before = sentence.low[max(0, index - _NEAR - 1) : index]
    return any(
        word in ("i", "we") and not _OWN_VERBS.isdisjoint(before[spot + 1 : spot + 3])
        for spot, word in enumerate(before)
    )


def _speaks(one: Quoted, made: Sequence[Statement]) -> bool:
    """Is the person quoted the one who has the floor?"""
    person = one.source.person if one.source is not None else None
    around = next((said for said in made if said.start <= one.span.start < said.end), None)
    speaker = around.speaker if around is not None else None
    return person is None or speaker is None or person.surname in speaker.lower().replace(",", " ").split()
