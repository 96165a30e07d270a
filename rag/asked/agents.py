"""Who does what: "Who is the chairman of the board?" asks who chairs it, and a text may say only that."""

from __future__ import annotations

import re

# What somebody is called for what he does: the verb, now and then; of what is done once only the past.
_DEEDS = {
    "chairman": ("chairs", "chaired"),
    "chairwoman": ("chairs", "chaired"),
    "chairperson": ("chairs", "chaired"),
    "chair": ("chairs", "chaired"),
    "head": ("heads", "headed"),
    "leader": ("leads", "led"),
    "director": ("directs", "directed"),
    "manager": ("manages", "managed"),
    "owner": ("owns", "owned"),
    "operator": ("operates", "operated"),
    "organiser": ("organises", "organised"),
    "organizer": ("organizes", "organized"),
    "host": ("hosts", "hosted"),
    "sponsor": ("sponsors", "sponsored"),
    "commander": ("commands", "commanded"),
    "coordinator": ("coordinates", "coordinated"),
    "moderator": ("moderates", "moderated"),
    "manufacturer": ("makes", "made"),
    "maker": ("makes", "made"),
    "publisher": ("publishes", "published"),
    "founder": ("founded", "founded"),
    "author": ("wrote", "wrote"),
    "writer": ("wrote", "wrote"),
    "designer": ("designed", "designed"),
    "architect": ("designed", "designed"),
    "builder": ("built", "built"),
    "inventor": ("invented", "invented"),
    "creator": ("created", "created"),
    "winner": ("won", "won"),
}
_DONE = {"wrote": "written"}  # by whom, where that is another word
_WHO_IS = re.compile(
    rf"\W*(?:and |so )?who(?P<is>['’]s| is| was| are| were| will be)(?: the| an?| now)*"
    rf" (?P<noun>{'|'.join(_DEEDS)})s? of (?P<what>[^?]+?)[\s?.!]*",
    re.IGNORECASE,
)


def by_deed(question: str) -> str:
    """ "Who is the chairman of the board?" as "Who chairs the board?"; "" for any other question."""
    found = _WHO_IS.fullmatch(question)
    if found is None:
        return ""
    now, then = _DEEDS[found["noun"].lower()]
    return f"Who {then if found['is'].lower() in (' was', ' were') else now} {found['what']}?"


def tells_deed(question: str, text: str) -> bool:
    """Whether a text says that somebody did what such a question asks for, or that it is done by him: "will
    be chaired by Ann Bell"."""
    found = _WHO_IS.fullmatch(question)
    deed = {*_DEEDS[found["noun"].lower()]} if found else set()
    deed |= {_DONE[verb] for verb in deed if verb in _DONE}
    return not deed.isdisjoint(re.findall(r"\w+", text.lower()))
