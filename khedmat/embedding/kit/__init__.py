"""The list of an agency as a signed ZIP, for sites that cannot reach us."""
