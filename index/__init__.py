"""Documents in, ranked passages out. Imports nothing else of ours."""
