"""The documents that cards ask for, as types of the register."""
