"""Staff search: one box for all that a person may see from inside."""
