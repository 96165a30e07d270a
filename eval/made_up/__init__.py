"""Minutes, hearings, speeches and reports that were made up for ``eval/relevance.py``."""
