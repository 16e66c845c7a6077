"""Files of an agency by its program: a plan of what each document would do, carried out when that is asked."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, File, Query, Router, Schema
from ninja.errors import HttpError
from ninja.files import UploadedFile

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.v1.agency.schemas import REFUSALS
from khedmat.importing.batches.files import holds_files
from khedmat.importing.programs import carried_out, planned
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.record import as_plain
from khedmat.importing.uploads import Given
from khedmat.organizations.enums import TokenScope

router = Router(tags=["agency"])
ARCHIVE = "فایل فشرده را در صفحهٔ «درون‌ریزی» میز کار بیاورید؛ این‌جا هر پرونده جدا فرستاده می‌شود."


class PlannedRow(Schema):
    """One document of the file: what is done with it, and why."""

    path: str
    part: int
    kind: str | None
    title: str | None
    agency: str | None
    what: str = Field(description="add, change, leave, refuse")
    reason: str | None
    service: int | None
    changed: list[str] = Field(description="Boxes that differ from the draft.")
    findings: dict[str, int] | None = Field(description="How many of each severity the rules find.")
    sha256: str | None
    written: bool
    version: int | None
    permit_list: int | None


class Imported(Schema):
    applied: bool
    counts: dict[str, int] = Field(description="Documents by what is done.")
    rows: list[PlannedRow]


@router.post(
    "/agency/import",
    auth=AgencyBearer(TokenScope.IMPORT),
    response={200: Imported} | REFUSALS,
    url_name="agency-import",
)
def import_file(
    request: HttpRequest,
    *,
    file: File[UploadedFile],
    apply: Annotated[bool, Query(description="Without it nothing is written: the answer is the plan.")] = False,
    once_key: OnceKey = "",
) -> HttpResponse:
    """A filled form or list as the desk takes it (xlsx, csv, docx, pdf …), or documents of the contract as JSON.

    Each document is added, changes a draft, is left as it stands, or is refused with its reason; one that is refused
    keeps none of the others away. A file that cannot be read is 422.
    """
    given = _given(file)
    asked = {"organization": request.auth.organization, "by": request.auth.made_by, "at": timezone.now()}

    def act() -> Imported:
        results = _read(lambda: (carried_out if apply else planned)(given, **asked))
        rows = list(map(as_plain, results))
        whats = [row["what"] for row in rows]
        return Imported(applied=apply, counts={what: whats.count(what) for what in sorted(set(whats))}, rows=rows)

    return once(request, once_key, act, said=given.name.encode("utf-8", "surrogatepass") + given.data)


def _given(file: UploadedFile) -> Given:
    if (file.size or 0) > sniffing.MOST_BYTES:
        _read(lambda: sniffing.refuse_large(file.size or 0))
    if holds_files(file):
        raise HttpError(422, ARCHIVE)
    file.seek(0)
    return Given(file.name or "", file.read())


def _read(act: Any) -> Any:
    try:
        return act()
    except Unreadable as problem:
        raise HttpError(422, problem.message) from problem
