"""Popular names at the desk."""
