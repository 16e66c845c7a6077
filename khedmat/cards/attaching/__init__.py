"""Files that go along with a card, its review or a list of titles."""
