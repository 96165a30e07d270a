"""A question in, a checked answer out. Imports index."""
