"""Thousands of files at once: read and written step by step in the queue; people hold, resume and cancel it."""
