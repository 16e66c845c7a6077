"""Facts beside a version: how its documents are obtained, until when its prices hold."""
