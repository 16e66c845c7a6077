"""Malformed files by a seeded mutator, and what reading each of them costs. Run: python -m bench.fuzz."""
