"""Filled forms with known answers, in every edition, layout and container, clean and damaged, repeatable by seed."""
