"""The lists of titles at the desk."""
