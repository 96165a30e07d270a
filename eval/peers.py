"""How long another system takes to fill itself with a folder: one of four, in an environment of their own.

    .venv-peers/bin/python -P eval/peers.py SYSTEM FOLDER MODEL

Each is used as its own introduction does, with the same weights, on the processor, in float32 as is
its default; imports and loading the model are not counted. Where a default passage is longer than
the model can read, so that most of it would go unembedded, it is cut to what the model reads.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

# Fills itself with the texts of a folder; gives the texts of its passages.
Fill = Callable[[Path], list[str]]
_SUFFIXES = (".md", ".txt")


def langchain(model: str) -> Fill:
    """Documents of the "semantic search" tutorial: 1,000 characters, 200 of overlap, FAISS."""
    from langchain_community.document_loaders import DirectoryLoader, TextLoader  # noqa: PLC0415
    from langchain_community.vectorstores import FAISS  # noqa: PLC0415
    from langchain_huggingface import HuggingFaceEmbeddings  # noqa: PLC0415
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415

    embeddings = HuggingFaceEmbeddings(model_name=model)

    def fill(folder: Path) -> list[str]:
        globs = [f"**/*{suffix}" for suffix in _SUFFIXES]
        loader = DirectoryLoader(
            str(folder), glob=globs, loader_cls=TextLoader, loader_kwargs={"encoding": "utf-8"}
        )
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        passages = splitter.split_documents(loader.load())
        FAISS.from_documents(passages, embeddings)
        return [passage.page_content for passage in passages]

    return fill


def llamaindex(model: str) -> Fill:
    """VectorStoreIndex.from_documents; its 1,024 tokens a passage are cut to the model's 256."""
    from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex  # noqa: PLC0415
    from llama_index.core.node_parser import SentenceSplitter  # noqa: PLC0415
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding  # noqa: PLC0415

    embedding = HuggingFaceEmbedding(model_name=model, device="cpu")

    def fill(folder: Path) -> list[str]:
        documents = SimpleDirectoryReader(
            str(folder), recursive=True, required_exts=list(_SUFFIXES)
        ).load_data()
        storage = StorageContext.from_defaults()
        splitter = SentenceSplitter(chunk_size=256, chunk_overlap=20)
        VectorStoreIndex.from_documents(
            documents, storage_context=storage, embed_model=embedding, transformations=[splitter]
        )
        return [node.get_content() for node in storage.docstore.docs.values()]

    return fill


def haystack(model: str) -> Fill:
    """Its indexing pipeline: converter, splitter (200 words), embedder, store in memory."""
    from haystack import Pipeline  # noqa: PLC0415
    from haystack.components.converters import TextFileToDocument  # noqa: PLC0415
    from haystack.components.preprocessors import DocumentSplitter  # noqa: PLC0415
    from haystack.components.writers import DocumentWriter  # noqa: PLC0415
    from haystack.document_stores.in_memory import InMemoryDocumentStore  # noqa: PLC0415
    from haystack.utils import ComponentDevice  # noqa: PLC0415
    from haystack_integrations.components.embedders.sentence_transformers import (  # noqa: PLC0415
        SentenceTransformersDocumentEmbedder,
    )

    embedder = SentenceTransformersDocumentEmbedder(
        model=model, device=ComponentDevice.from_str("cpu"), progress_bar=False
    )
    embedder.warm_up()

    def fill(folder: Path) -> list[str]:
        store = InMemoryDocumentStore()
        pipeline = Pipeline()
        pipeline.add_component("converter", TextFileToDocument())
        pipeline.add_component("splitter", DocumentSplitter())
        pipeline.add_component("embedder", embedder)
        pipeline.add_component("writer", DocumentWriter(document_store=store))
        for one, other in (("converter", "splitter"), ("splitter", "embedder"), ("embedder", "writer")):
            pipeline.connect(one, other)
        pipeline.run({"converter": {"sources": _files(folder)}})
        return [document.content or "" for document in store.filter_documents()]

    return fill


def txtai(model: str) -> Fill:
    """Segmentation into paragraphs, and an index with content, as its examples have it."""
    from txtai import Embeddings  # noqa: PLC0415
    from txtai.pipeline import Segmentation  # noqa: PLC0415

    embeddings = Embeddings(path=model, content=True, gpu=False)
    embeddings.index(["loads the model"])

    def fill(folder: Path) -> list[str]:
        segment = Segmentation(paragraphs=True)
        passages = [
            passage for file in _files(folder) for passage in segment(file.read_text(encoding="utf-8"))
        ]
        embeddings.index(passages)
        return passages

    return fill


SYSTEMS: dict[str, tuple[str, Callable[[str], Fill]]] = {
    "LangChain": ("langchain-core", langchain),
    "LlamaIndex": ("llama-index-core", llamaindex),
    "Haystack": ("haystack-ai", haystack),
    "txtai": ("txtai", txtai),
}


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES]


def main() -> None:
    """One line of JSON: version, passages, characters in them, seconds, seconds of the processor."""
    os.environ.update(HF_HUB_OFFLINE="1", HAYSTACK_TELEMETRY_ENABLED="False", TOKENIZERS_PARALLELISM="true")
    system, folder, model = sys.argv[1:]
    package, prepare = SYSTEMS[system]
    fill = prepare(model)
    started, spent = time.perf_counter(), time.process_time()
    passages = fill(Path(folder))
    seconds, processor = time.perf_counter() - started, time.process_time() - spent
    found = {
        "system": f"{system} {version(package)}",
        "passages": len(passages),
        "characters": sum(map(len, passages)),
        "seconds": seconds,
        "processor_s": processor,
    }
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
