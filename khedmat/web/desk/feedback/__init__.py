"""What readers say, at the desk."""
