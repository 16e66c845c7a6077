"""What lists of batches show."""

from django import template
from django.utils.safestring import SafeString

from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch
from khedmat.web.importing.batches.standing import TONES
from khedmat.web.templatetags.ui import badge

register = template.Library()


@register.simple_tag
def batch_badge(batch: Batch) -> SafeString:
    """{% batch_badge batch %} – how far a batch is."""
    state = BatchState(batch.state)
    return badge(state.label, TONES[state])
