"""Keeping a collection sound: check."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rag.commands.common import AddCommand, chosen_embedder, complain, documents_of, print_json

if TYPE_CHECKING:
    from index.checking import Checked
    from index.repairing import Repaired

_LISTED = 20  # problems of one part


def describe(command: AddCommand) -> None:
    """Add ``check``."""
    check = command("check", _check, "verify all that is stored, and repair what can be repaired")
    check.add_argument("--repair", action="store_true", help="make anew what is damaged and derives")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")


def _check(options: argparse.Namespace) -> int:
    from index.checking import as_json, check, own_embedder

    embedder = chosen_embedder(options) or own_embedder(options.collection)
    found = check(options.collection, embedder)
    if options.repair and any(part.problems for part in found):
        from index.repairing import repair
        from rag.speakers import note

        if not options.json:
            _tell(found)
        _tell_repaired(repair(options.collection, found, embedder, note))
        found = check(options.collection, embedder)
    if options.json:
        print_json(as_json(found), indent=2)
    else:
        _tell(found)
    return 2 if any(part.problems for part in found) else 0


def _tell(found: list[Checked]) -> None:
    from ui.terminal import plain

    for part in found:
        print(f"{'damaged' if part.problems else 'sound':8} {part.part}: {part.looked_at}")
        for problem in part.problems[:_LISTED]:
            print(f"         - {plain(problem)}")
        if len(part.problems) > _LISTED:
            print(f"         - and {len(part.problems) - _LISTED} more")


def _tell_repaired(repaired: Repaired) -> None:
    complain(
        f"{documents_of(repaired.kept)} kept as they were, {len(repaired.derived)} derived anew "
        f"from their texts, {len(repaired.lost)} lost"
    )
    for id_ in repaired.lost:
        complain(f"{id_} is damaged itself and was taken out; add it again")
