"""Examining a card box by box."""
