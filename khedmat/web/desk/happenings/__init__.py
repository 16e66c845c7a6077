"""What happens beside the moves and the savings of a version, told for its history and for that of a list."""
