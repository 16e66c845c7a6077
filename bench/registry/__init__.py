"""Lists and pages with a whole country's cards in the database."""
