"""The questions for facts about the made-up news articles: whole, parted by article, and written out."""

from pathlib import Path

from eval import facts
from eval.gold import read
from eval.quoted import ARTICLES


def test_every_quote_stands_in_its_article_without_marks(tmp_path: Path) -> None:
    facts.write_articles(tmp_path)
    texts = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert set(texts) == {file.name for file in ARTICLES.glob("*.txt")}
    assert not any("{{" in text for text in texts.values())
    quotes = [quote for half in ("train", "test") for one in facts.questions(half) for quote in one.quotes]
    assert [quote for quote in quotes if quote.text not in texts[quote.document]] == []


def test_no_article_is_in_both_halves() -> None:
    train, test = ({one.id.split("-")[0] for one in facts.questions(half)} for half in ("train", "test"))
    assert train and test and train.isdisjoint(test)


def test_what_is_written_can_be_evaluated(tmp_path: Path) -> None:
    facts.main([str(tmp_path)])
    for half in ("train", "test"):
        assert read(tmp_path / f"{half}.jsonl") == facts.questions(half)
