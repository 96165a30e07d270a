CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    url TEXT,
    text TEXT NOT NULL,
    furniture TEXT NOT NULL,  -- JSON: [[start, end, kind], ...]
    sentences BLOB NOT NULL,  -- int32 pairs: start, end
    notes TEXT NOT NULL       -- whatever who added it noted of it
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentences BLOB NOT NULL,  -- int32 pairs: start, end
    vector BLOB NOT NULL      -- float16, unit length
);
CREATE INDEX passages_of_document ON passages (document);
-- Stems by index/words.py; the tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE words USING fts5(
    title, body, detail = 'column', tokenize = "unicode61 remove_diacritics 0 tokenchars '.,''’¶'"
);
