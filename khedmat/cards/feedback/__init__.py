"""What readers say of published cards: answered in public within working days, mended by a version."""
