"""News articles that are made up, with the right speaker marked after each quotation."""
