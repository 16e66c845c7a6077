"""Popular names: what people call a service, proposed by its agency, accepted by another, found by the search."""
