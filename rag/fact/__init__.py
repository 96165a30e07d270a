"""Which sentences answer a question for a fact, and what the fact is."""
