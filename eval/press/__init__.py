"""News articles that are made up, marked as those of eval/news are; those in held were never looked at."""
