"""The shape of the code: who may import whom, and which module alone imports a heavy library."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "index": set(),
    "rag": {"index"},
    "ui": {"rag", "index"},
    "eval": {"rag", "index"},
}
# The commands are where the four meet; it alone may import them all.
COMPOSITION_POINT = "rag/commands/"
ONLY_IMPORTED_IN = {
    "torch": {
        "index/embedding_torch.py",
        "rag/model/local.py",
        "eval/adapted.py",
        "eval/reader_net.py",
        "eval/relevance_net.py",
        "eval/tagging_net.py",
    },
    "sentence_transformers": {"index/embedding_any.py"},
    "faiss": {"index/dense.py"},
    "apsw": {"index/database.py"},
    "sqlite3": set(),
    "gradio": {"ui/page.py"},
    "mcp": {"ui/tools.py"},
    "ir_measures": {"eval/retrieval.py"},
    "httpx": {"rag/model/endpoint.py"},
    "tiktoken": {"rag/model/endpoint.py"},
    "pickle": set(),
    "marshal": set(),
}


def modules() -> list[Path]:
    return [file for folder in ALLOWED for file in sorted((ROOT / folder).rglob("*.py"))]


def imports(file: Path) -> set[str]:
    """Top-level names of everything a module imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_one_way(file: Path) -> None:
    name = file.relative_to(ROOT).as_posix()
    if name.startswith(COMPOSITION_POINT):
        return
    folder = name.split("/")[0]
    ours = imports(file) & set(ALLOWED)
    assert ours <= ALLOWED[folder] | {folder}, f"{name} imports {ours}"


@pytest.mark.parametrize("library", ONLY_IMPORTED_IN)
def test_a_heavy_library_is_imported_in_one_module(library: str) -> None:
    found = {file.relative_to(ROOT).as_posix() for file in modules() if library in imports(file)}
    assert found <= ONLY_IMPORTED_IN[library], f"{library} is imported in {found}"


def test_nothing_evaluates_text() -> None:
    for file in modules():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "compile", "__import__"}, f"{file}:{node.lineno}"


def test_files_and_functions_stay_readable() -> None:
    for file in modules():
        source = file.read_text(encoding="utf-8")
        assert source.count("\n") <= 400, f"{file} has {source.count(chr(10))} lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                assert length <= 45, f"{file}:{node.name} has {length} lines"
