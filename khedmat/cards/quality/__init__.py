"""How good the published cards of each agency are: the share at each grade, never only a mean."""
