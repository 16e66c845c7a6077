"""What an agency's own programs do, with a token: one module a task."""

from khedmat.api.v1.agency import confirming, counting, drafts, importing, reviews, webhooks

RESOURCES = (drafts, reviews, confirming, importing, counting, webhooks)
