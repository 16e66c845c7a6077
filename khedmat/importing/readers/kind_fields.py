"""Labels that tell the kind of a document."""

CARD = frozenset(
    {
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
        "recipients_year",
        "average_duration",
        "frequency",
        "frequency_once",
        "visits",
        "cost",
        "url",
        "system_name",
        "stage_information",
        "stage_request",
        "stage_production",
        "stage_delivery",
        "processes",
        "diagram",
        "section_7",
        "section_8",
        "service_hours",
        "executive_agency",
        "parent_agency",
        "provider_body",
        "provider_company",
        "_access",
        "cooperating",
        "service_pattern",
        "maturity",
    }
)
PERMIT = (
    "permit_title",
    "permit_authority",
    "permit_code",
    "permit_how",
    "permit_process",
    "permit_conditions",
    "permit_validity",
)
TITLE = ("title", "sub_title", "service_id", "sub_id")
OTHER_COLUMNS = {
    "service_id",
    "sub_id",
    "sub_title",
    "_other",
    "local_id",
    "executive_agency",
}  # beside titles in a list
