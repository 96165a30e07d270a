"""The language model as an option: what it is shown, and how what it writes is checked."""
