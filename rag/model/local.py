"""A model on this machine, through transformers: a GGUF file, a folder, or a name already downloaded."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from rag.models import Message, ModelFailed

_LARGEST_ROOM = 3000  # tokens of a chat; a larger window would only make a processor slower


class LocalModel:
    """Loaded at its first use. One answer is written at a time; a second waits for its turn."""

    def __init__(self, name: str, *, longest: int = 400, seconds: float = 120.0) -> None:
        """longest: tokens of an answer; seconds: that it may take, waiting for its turn included.

        Raises ValueError for a path that does not lead to a model.
        """
        self._path = Path(name)
        if self._path.suffix == ".gguf" and not self._path.is_file():
            raise ValueError(f"there is no model file {name}")
        self.name = self._path.stem if self._path.exists() else name
        self._given = name
        self._longest = longest
        self._seconds = seconds
        self._turn = threading.Lock()
        self._loading = threading.Lock()

    @property
    def room(self) -> int:
        _, model = self._loaded
        window = int(getattr(model.config, "max_position_embeddings", 0) or 2048)
        return max(256, min(_LARGEST_ROOM, window - self._longest))

    def count(self, text: str) -> int:
        tokenizer, _ = self._loaded
        return len(tokenizer.encode(text, add_special_tokens=False))

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """Token after token, the most likely one each time, so that a question gets the same answer."""
        deadline = time.monotonic() + self._seconds
        if not self._turn.acquire(timeout=self._seconds):
            raise ModelFailed(f"{self.name} was too busy: it was given up after {self._seconds:.0f} seconds.")
        try:
            yield from self._pieces(messages, deadline)
        finally:
            self._turn.release()

    def _pieces(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        import torch  # noqa: PLC0415 (takes seconds)

        tokenizer, model = self._loaded
        chat = [{"role": message.role, "content": message.text} for message in messages]
        if tokenizer.chat_template is None:
            raise ModelFailed(f"{self.name} has no chat template, so it cannot be asked.")
        found = tokenizer.apply_chat_template(
            chat, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )
        ids, cache = found["input_ids"], None
        ends = _ends(tokenizer, model)
        written: list[int] = []
        shown = ""
        with torch.inference_mode():
            for _ in range(self._longest):
                output = model(input_ids=ids, past_key_values=cache, use_cache=True, logits_to_keep=1)
                cache = output.past_key_values
                token = int(output.logits[0, -1].argmax())
                if token in ends:
                    return
                written.append(token)
                text = tokenizer.decode(written, skip_special_tokens=True)
                # A character may take several tokens; until the last of them it decodes as U+FFFD.
                if not text.endswith("\ufffd") and text.startswith(shown):
                    yield text[len(shown) :]
                    shown = text
                if time.monotonic() > deadline:
                    raise ModelFailed(
                        f"{self.name} was too slow: it was given up after {self._seconds:.0f} seconds."
                    )
                ids = torch.tensor([[token]])

    @property
    def _loaded(self) -> tuple[Any, Any]:
        with self._loading:
            return self._load

    @cached_property
    def _load(self) -> tuple[Any, Any]:
        import torch  # noqa: PLC0415
        from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        where: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        name = self._given
        if self._path.suffix == ".gguf":
            name, where["gguf_file"] = str(self._path.parent), self._path.name
        try:
            tokenizer = AutoTokenizer.from_pretrained(name, **where)
            model = AutoModelForCausalLM.from_pretrained(
                name, dtype=torch.float32, use_safetensors=None if "gguf_file" in where else True, **where
            )
        except (OSError, ValueError, ImportError) as error:
            reason = str(error).split("\n")[0]
            raise ModelFailed(f"{self.name} cannot be loaded: {reason}") from error
        model.eval()  # type: ignore[no-untyped-call]
        return tokenizer, model


def _ends(tokenizer: Any, model: Any) -> frozenset[int]:
    ends = model.generation_config.eos_token_id
    listed = ends if isinstance(ends, list) else [ends]
    return frozenset(token for token in [*listed, tokenizer.eos_token_id] if token is not None)
