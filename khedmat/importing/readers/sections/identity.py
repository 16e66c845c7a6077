"""Sections 1–3: title, ID, provider."""

from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections import ids, titles
from khedmat.importing.readers.sections.names import warn_of_no_names


def read(outline: Outline, draft: Draft) -> None:
    """Title and IDs first: where a sub-service is named, the service named with it is its parent."""
    ids.read(outline, draft)
    titles.read(outline, draft)
    _read_providers(outline, draft)
    warn_of_no_names(draft)


def _read_providers(outline: Outline, draft: Draft) -> None:
    """The 1380s form calls the parent «دستگاه ارائه دهنده» and the executive body «شرکت ارائه دهنده»."""
    body, company = outline.best("provider_body"), outline.best("provider_company")
    if company and company.pieces:
        draft.text("executive_agency", company)
        draft.text("parent_agency", body)
    draft.text("executive_agency", outline.best("executive_agency"))
    draft.text("parent_agency", outline.best("parent_agency"))
    draft.text("executive_agency", body)
    draft.text("executive_agency", outline.best("provider"))
