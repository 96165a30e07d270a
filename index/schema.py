"""What the catalog's file looks like, and how it is told apart from earlier ones."""

from __future__ import annotations

FORMAT = "4"
# A catalog of this format is taken over as it is, vectors included (index/upgrade.py).
UPGRADABLE = "3"

TABLES = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,         -- of the file
    title TEXT NOT NULL,
    date TEXT,
    url TEXT,
    passages INTEGER NOT NULL,    -- how many it was cut into
    text_checksum BLOB NOT NULL,  -- of the text alone, compared whenever it is loaded
    checksum BLOB NOT NULL,       -- of all the rest, its passages and vectors included
    text TEXT NOT NULL,
    furniture TEXT NOT NULL,      -- JSON: [[start, end, kind], ...]
    sentences BLOB NOT NULL,      -- int32 pairs: start, end
    notes TEXT NOT NULL           -- whatever who added it noted of it
);
-- Lists and changes are read without touching the texts.
CREATE INDEX cards ON documents (date, id, title, url, passages);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentences BLOB NOT NULL,      -- int32 pairs: start, end
    vector BLOB NOT NULL,         -- float16, unit length
    parts BLOB NOT NULL           -- int8, the direction of each sentence in its context; or nothing
);
CREATE INDEX passages_of_document ON passages (document);
-- What an earlier format had no parts of is found without a look at all passages.
CREATE INDEX passages_without_parts ON passages (document) WHERE length(parts) = 0;
-- What was removed since the newest generation of the dense index was made.
CREATE TABLE removed (passage INTEGER PRIMARY KEY);
-- The manifest of the dense indexes on the disk; one without a file searches the vectors as they are.
CREATE TABLE generations (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    passages INTEGER NOT NULL,
    newest INTEGER NOT NULL,      -- the highest passage number in it
    trained INTEGER NOT NULL,     -- how many passages there were when its partitions were chosen
    dimension INTEGER NOT NULL,
    weights TEXT NOT NULL
);
-- Stems by index/words.py; the tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE words USING fts5(
    title, body, detail = 'column', tokenize = "unicode61 remove_diacritics 0 tokenchars '.,''’¶'"
);
INSERT INTO generations (size, sha256, passages, newest, trained, dimension, weights)
VALUES (0, '', 0, 0, 0, 0, '');
"""
