"""Yardsticks that stand outside the forms: statutory limits, accounts of the treasury."""
