"""Files in: every encoding a user may have, and every file that must be refused with its reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import readers
from index.readers import Unreadable

FRENCH = "Le ministre a déclaré que la réunion était très utile. Les délégués ont été invités à dîner."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FRENCH.encode(), FRENCH),
        (FRENCH.encode("utf-8-sig"), FRENCH),
        (FRENCH.encode("utf-16"), FRENCH),
        (FRENCH.encode("utf-32"), FRENCH),
        (FRENCH.encode("cp1252"), FRENCH),
        (("これは日本語の文章です。会議は東京で開かれました。" * 3).encode("shift_jis"), None),
        (b"line one\r\nline two\rline three\n", "line one\r\nline two\rline three\n"),
        ("한국어 문장입니다. 장관이 말했다.".encode(), "한국어 문장입니다. 장관이 말했다."),
    ],
)
def test_text_is_decoded_unchanged(data: bytes, text: str | None) -> None:
    expected = text if text is not None else data.decode("shift_jis")
    assert readers.parse(data).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the repair cost £5 million, the café’s owner José Muñoz said.",
        "El señor Núñez dijo que mañana habrá una reunión en la Asamblea.",
        "À l’Assemblée, le député a déclaré que la loi était « très utile ».",
        "O senhor João disse que a situação não é fácil.",
        "Statsministern sade att mötet blev försenat på grund av snö.",
        "Der Bürgermeister sagte, die Straße koste 5 Millionen €; „das ist viel“.",
        "The fare rises by 20 € in May.",
    ],
)
def test_western_files_keep_their_letters(text: str) -> None:
    source = readers.parse(text.encode("cp1252"))
    assert source.text == text


def test_central_european_files_are_not_taken_for_western_ones() -> None:
    text = (
        "Minister powiedział, że spotkanie odbędzie się w środę, a żaden z posłów nie został zaproszony. " * 3
    )
    assert readers.parse(text.encode("cp1250")).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\0" * 1000, "not text"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "not text"),
        ("The minister said “yes” twice. ".encode() * 20 + b"\xff\xfe!", "damaged UTF-8"),
        (bytes(range(1, 256)) * 4, "^it"),
        (b"The minister said \xff\xfe that it was so.", "not UTF-8"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfea", "damaged UTF-16"),
    ],
)
def test_what_cannot_be_read_faithfully_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        readers.parse(data)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    with pytest.raises(Unreadable, match="200 MB, and the limit is 32 MB"):
        readers.load(file)


def test_front_matter() -> None:
    source = readers.parse(
        b"---\nTitle: A b\ndate: 2024-05-31\nurl: https://example.org/a\ntags: [a, b]\n---\nText.\n"
    )
    assert source.metadata["date"] == "2024-05-31"
    assert source.metadata["url"] == "https://example.org/a"
    assert "tags" not in source.metadata


def test_front_matter_with_a_colon_in_its_title() -> None:
    source = readers.parse(b"---\ntitle: Rio: the day after\ndate: 2024-05-31\n---\nText.\n")
    assert source.metadata == {"title": "Rio: the day after", "date": "2024-05-31"}


@pytest.mark.parametrize(
    "matter",
    [
        "a: [unclosed",
        "!!python/object/apply:os.system ['true']",
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "- just\n- a list",
    ],
)
def test_hostile_front_matter_is_no_metadata(matter: str) -> None:
    assert readers.parse(f"---\n{matter}\n---\nText.\n".encode()).metadata == {}


def test_front_matter_is_taken_as_it_is_written() -> None:
    matter = 'title: Yes\nnumber: 007\n2020-13-45: x\nnothing: ~\nurl: "https://example.org/\\ud800"'
    assert readers.parse(f"---\n{matter}\n---\nText.\n".encode()).metadata == {
        "title": "Yes",
        "number": "007",
        "2020-13-45": "x",
        "url": "https://example.org/\ufffd",
    }


def test_front_matter_cannot_explode() -> None:
    """Each level merges nine times the one before: 9 ** 20 keys, were they made."""
    levels = [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 21)]
    matter = "\n".join(["title: A b", "a0: &a0 {x: y}", *levels])
    assert readers.parse(f"---\n{matter}\n---\nText.\n".encode()).metadata == {"title": "A b"}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert readers.parse(data).text.strip()
    except Unreadable as error:
        assert str(error).startswith(("it ", "its "))
