"""How often services were asked for and given: reported by agencies, added up by year."""
