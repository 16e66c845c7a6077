"""Provincial copies at the desk: whose they are, what differs, compared with a new national card."""
