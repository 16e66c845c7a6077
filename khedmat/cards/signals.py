"""The one door upward: what stands above the cards keeps its own rows of a draft current."""

from django.dispatch import Signal

draft_written = Signal()  # version, document; inside the transaction that wrote the draft
