"""The verdict on one document: does it say something about the topic, name it, or keep silent?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.documents import Card

Finding = Literal["said", "mentioned", "silent"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """said: quoted in the answer; mentioned: named, but nothing is said about it; silent: neither."""

    document: Card
    verdict: Finding
