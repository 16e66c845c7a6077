"""Counts of services at the desk: reported one by one, or pasted from a table."""
