"""The page, the HTTP API and the terminal's rendering. Imports rag."""
