"""The registers at the desk: one kit of pages for all of them."""
