"""The one door upward: what stands above the cards keeps its own rows of a draft current."""

from django.dispatch import Signal

drafts_written = Signal()  # written: pairs of version and document; inside the transaction that wrote the drafts
