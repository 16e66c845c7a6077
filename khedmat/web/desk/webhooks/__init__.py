"""The desk of webhooks: managers say which servers of their agency are told of what happens."""
