"""Notes of documents made anew: what a caller noted by rules that have since changed."""

from __future__ import annotations

from collections.abc import Callable

from index.catalog import Catalog
from index.database import Damaged
from index.intake import Note, Progress

_BATCH = 200  # documents in a transaction
_HEAD = 80  # characters of a note, which say by what rules it was made


def renew(catalog: Catalog, note: Note, is_stale: Callable[[str], bool], progress: Progress | None) -> int:
    """Note again every document whose note is out of date; how many those were.

    is_stale: told the first characters of a note. progress: called with documents done and in all.
    """
    stale = [number for number, head in catalog.noted(_HEAD) if is_stale(head)]
    for first in range(0, len(stale), _BATCH):
        with catalog.transaction():
            for number in stale[first : first + _BATCH]:
                _renew(catalog, number, note)
        if progress is not None:
            progress(min(first + _BATCH, len(stale)), len(stale))
    return len(stale)


def _renew(catalog: Catalog, number: int, note: Note) -> None:
    try:
        document = catalog.document(number)
    except Damaged:
        return  # "check" names it; what is noted of a damaged text would be damaged too
    catalog.renote(number, note(document))
