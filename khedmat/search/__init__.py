"""Finding published services by the words of people."""
