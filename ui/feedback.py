"""What readers say of answers: right or wrong, kept beside the collection as JSON lines."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from ui.shelf import Shown

FILE = "feedback.jsonl"  # in the collection's folder
LARGEST = 64 * 1024 * 1024  # bytes: some thousands of judgements, and an end to filling a disk


class Full(OSError):
    """The file is as large as it may be."""


class Feedback:
    """Appends ``{"question", "history", "right", "answer"}`` a line; ``answer`` as ``ask --json`` has it."""

    def __init__(self, file: Path, largest: int = LARGEST) -> None:
        self._file = file
        self._largest = largest
        self._lock = threading.Lock()

    def note(self, shown: Shown, *, right: bool) -> None:
        """Raises Full where there is no more room for it, OSError where it cannot be written."""
        found = {
            "question": shown.answer.question,
            "history": list(shown.history),
            "right": right,
            "answer": shown.answer.to_json(),
        }
        line = json.dumps(found).encode() + b"\n"
        with self._lock:
            # Only the owner can read what people asked.
            file = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                if os.fstat(file).st_size + len(line) > self._largest:
                    raise Full(f"{self._file} is full; export it and move it away")
                os.write(file, line)
            finally:
                os.close(file)
