"""An agency's own pages: where its list of services stands, and what was found there."""
