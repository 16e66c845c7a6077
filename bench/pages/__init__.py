"""Public pages under load, kept and made anew, beside servers of others."""
