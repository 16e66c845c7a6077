"""A published card is confirmed again and again: one that nobody looked at for half a year says so."""
