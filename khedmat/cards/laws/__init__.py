"""The laws that cards cite, as legal sources of the register."""
