"""What a file is attached to, and what it is."""

from datetime import date
from typing import NamedTuple

from khedmat.cards.enums import Stage
from khedmat.cards.models import Attachment, Remark, ServiceVersion, TitleList
from khedmat.cards.models.attachments import AttachmentQuerySet
from khedmat.files.models import StoredFile


class Place(NamedTuple):
    """A version, there perhaps a remark of its review; or a list of titles."""

    version: ServiceVersion | None = None
    remark: Remark | None = None
    titles: TitleList | None = None

    @property
    def attachments(self) -> AttachmentQuerySet:
        """Of the whole version, those of its remarks too."""
        if self.version:
            return Attachment.objects.filter(version=self.version)
        return Attachment.objects.filter(title_list=self.titles)

    @property
    def is_draft(self) -> bool:
        """Nobody outside the office has seen it."""
        return self.version.stage == Stage.DRAFT if self.version else bool(self.titles and self.titles.is_draft)

    @property
    def agency(self) -> str:
        thing = self.version.service.owner if self.version else self.titles and self.titles.agency
        return thing.name if thing else ""


class Given(NamedTuple):
    """What somebody says of a file that was checked and stored; `media_type`: by its bytes."""

    kind: str
    title: str
    file: StoredFile
    name: str
    media_type: str
    number: str = ""
    day: date | None = None
    is_public: bool = False


def place_of(attachment: Attachment) -> Place:
    """Without the remark: whoever said it has no more say about what stands."""
    return Place(attachment.version, None, attachment.title_list)
