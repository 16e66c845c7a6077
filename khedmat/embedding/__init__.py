"""Lists of services as agencies show them on their own sites, and whether they do."""
