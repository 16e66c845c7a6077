"""Pages that agencies show on their own sites, and the page that tells them how."""
