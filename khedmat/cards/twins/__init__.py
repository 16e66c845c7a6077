"""What a card has in common with another one, and should not."""
