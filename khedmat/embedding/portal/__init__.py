"""Reading an agency's own pages: which of its published services stand there, and how."""
