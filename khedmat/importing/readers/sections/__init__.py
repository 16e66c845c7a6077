"""The sections of the printed card, each read from the outline into the draft."""
