"""Verbs that report only in a frame: "sold it as “…”", "put it down to “…”", "rose to say “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.speech import reporting as words

# What joins to each the words in which its subject puts the matter.
_FRAMES = {
    **dict.fromkeys(
        """sold sells selling pitched pitches pitching touted touts touting billed bills billing cast casts
        casting portrayed portrays portraying painted paints painting framed frames framing presented presents
        presenting depicted depicts depicting characterised characterises characterising characterized
        characterizes characterizing referred refers referring derided derides deriding defended defends
        defending denounced denounces denouncing condemned condemns condemning welcomed welcomes welcoming
        remembered remembers remembering""".split(),
        frozenset({"as"}),
    ),
    **dict.fromkeys("put puts putting chalked chalks credited credits".split(), frozenset({"to"})),
    **dict.fromkeys("likened likens likening compared compares comparing".split(), frozenset({"to"})),
    **dict.fromkeys("blamed blames blaming pinned pins".split(), frozenset({"on"})),
}
FRAMED = frozenset(_FRAMES)
_REACH = 16  # words between such a verb and the quotation
_BEFORE_QUOTE = frozenset({"a", "an", "the", "nothing", "more", "than", "being", "just", "simply", "both"})
# Verbs of speech that report in the infinitive, if a deed leads up to it: "went on air to call it “…”".
INFINITIVES = frozenset(
    """say tell ask accuse call describe denounce declare announce warn complain insist argue explain praise
    thank condemn dismiss reply respond add claim shout yell cry demand promise vow brand label""".split()
)
_DEEDS = frozenset(
    """went goes go took takes rose rises stood stands turned turns appeared appears came comes paused pauses
    stopped stops used uses wrote writes phoned rang logged stepped steps returned returns jumped jumps got
    gets leaned leans broke interrupted interrupts proceeded proceeds began begins continued continues liked
    likes loved loves quick""".split()
)
_ALLEGED = frozenset("said heard overheard reported alleged believed understood thought rumoured".split())
_PARTING = words.SUBORDINATORS - {"as", "so"}
_LEADS = 12  # words between a deed and the infinitive


def in_frame(low: Sequence[str], index: int) -> bool:
    """Do quoted words follow this verb, joined to it as they must be?"""
    ahead = low[index + 1 : index + _REACH]
    if words.QUOTE not in ahead:
        return False
    spot = ahead.index(words.QUOTE) - 1
    while spot > 0 and (ahead[spot] in _BEFORE_QUOTE or ahead[spot].endswith("ly")):
        spot -= 1
    return spot > 0 and ahead[spot] in _FRAMES[low[index]]


def spoken_infinitive(low: Sequence[str], index: int) -> bool:
    """Does this infinitive tell what was said: "rose to | ask |", "could be heard to | say |"?"""
    if index < 1 or low[index - 1] != "to":
        return False
    if index > 1 and low[index - 2] in _ALLEGED:
        return True
    for spot in range(index - 2, max(-1, index - _LEADS), -1):
        if not low[spot][0].isalnum() or low[spot] in _PARTING:
            return False
        if low[spot] in _DEEDS:
            return True
    return False


def is_alleged(low: Sequence[str], spot: int) -> bool:
    """Does "is said to", "was heard to" stand here before a verb of speech?"""
    return low[spot] in _ALLEGED and low[spot + 1 : spot + 2] == ["to"]
