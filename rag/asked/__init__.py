"""What a question asks for: read off its words, its limits and the conversation before it."""
