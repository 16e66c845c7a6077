"""What readers say of published cards: answered in public within working days, and tied to the version that mended it."""
