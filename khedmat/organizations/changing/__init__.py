"""A change of agencies: planned, shown before it happens, carried out once."""
