"""The lists that columns take their choices from: references, so that a new label makes no migration."""

from functools import partial

from khedmat.cards.enums import choices

APPLICANTS = partial(choices, "applicant")
CHANNELS = partial(choices, "channel")
DURATION_BASES = partial(choices, "duration_basis")
DURATION_UNITS = partial(choices, "duration_unit")
EDITIONS = partial(choices, "edition")
EXCHANGE_MODES = partial(choices, "exchange_mode")
INQUIRY_KINDS = partial(choices, "inquiry_kind")
LEVELS = partial(choices, "level")
LIFE_EVENTS = partial(choices, "life_event")
NATURES = partial(choices, "nature")
PAPER_BY = partial(choices, "paper_by")
PERIODS = partial(choices, "period")
PERMIT_ACTIONS = partial(choices, "permit_action")
PERMIT_PROCESSES = partial(choices, "permit_process")
SERVICE_TYPES = partial(choices, "service_type")
STAGE_NAMES = partial(choices, "stage")
START_TRIGGERS = partial(choices, "start_trigger")
VISIT_LEVELS = partial(choices, "visit_level")
VISIT_REASONS = partial(choices, "visit_reason")
