"""Word files read by us and by others: shares of boxes told right, and speed."""
