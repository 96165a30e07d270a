"""Gold questions in, a report out. Imports rag and index."""
