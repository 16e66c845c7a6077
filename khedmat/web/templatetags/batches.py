"""What lists of batches show."""

from django import template

from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch
from khedmat.web.importing.batches.standing import TONES

register = template.Library()


@register.inclusion_tag("ui/badge.html")
def batch_badge(batch: Batch) -> dict[str, str]:
    """{% batch_badge batch %} – how far a batch is."""
    return {"text": batch.get_state_display(), "tone": TONES[BatchState(batch.state)]}
