"""Offices asked for in one language and named in another: "the minister" is "la ministre"."""

from __future__ import annotations

from rag.abroad.concepts import LANGUAGES
from rag.abroad.expressions import Sentence
from rag.abroad.named_things import language_of, things_in
from rag.abroad.tongues import tongue_of


def is_same_office(asked: str, speaker: str, text: str) -> bool:
    """Whether the label of a speaker of a text in another language names the office and state asked for."""
    tongue = tongue_of(text)
    if tongue == "en" and asked.isascii():
        return False
    language = language_of(asked, "en", LANGUAGES)
    if tongue == language:
        return False
    things = things_in(asked, language)
    named = Sentence(speaker, tongue)
    return bool(things) and all(thing.concepts and named.find(thing) is not None for thing in things)
