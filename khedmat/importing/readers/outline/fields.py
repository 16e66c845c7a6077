"""How the answers of a field may stand on the page."""

CHOICES = ("service_type", "nature", "level", "life_events", "start_trigger")  # groups of options, named as their label
MARKED = {  # answered by ticking: their options may fill several cells and rows
    *CHOICES,
    "leads_to_permit",
    "recipients",
    "frequency",
    "frequency_once",
    "frequency_times",
}
SIMPLE = {  # one text answers them, so that a value standing before its label can be told
    "title",
    "service_id",
    "executive_agency",
    "parent_agency",
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
    "recipients",
    "average_duration",
    "visits",
    "cost",
    "url",
    "system_name",
    "service_hours",
    "sub_title",
    "sub_id",
    "parent_title",
    "parent_id",
    "local_id",
    "provider",
}
ABSORBING = {"_heading", "_other", "_unknown", "_guidance", "_permit_forms"}  # what follows them is no value
NEVER_BELOW = {  # heads of columns that are read row by row, and headings
    "provider",
    "exchange_agency",
    "exchange_system",
    "exchange_fields",
    "exchange_fee",
    "exchange_mode",
    "exchange_by",
    "_access",
    "section_7",
    "section_8",
}
