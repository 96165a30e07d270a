"""White House briefings, of which only the places of what is labelled are kept here."""

from __future__ import annotations

import tarfile
from collections.abc import Collection
from pathlib import Path


def briefings(names: Collection[str], data: Path) -> dict[str, str]:
    """The texts of these briefings ("briefings/…") by name, from the archive in the folder ``data``."""
    found: dict[str, str] = {}
    with tarfile.open(data / "wh-briefings.tar.xz") as packed:
        for member in packed:
            name = f"briefings/{member.name.removeprefix('./').removeprefix('briefings/')}"
            if name in names and (file := packed.extractfile(member)) is not None:
                found[name] = file.read().decode("utf-8")
    return found
