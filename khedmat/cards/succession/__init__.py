"""Agencies change, services go with them: seen before, carried out in one transaction."""
