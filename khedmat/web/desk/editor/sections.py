"""The pages of the editor: which boxes each holds, and what their leaves are called."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.editing.shapes import shape_of
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web import later
from khedmat.web.annex import PRINTED
from khedmat.web.desk.editor.naming import named
from khedmat.web.desk.editor.raw import Place


class Box(NamedTuple):
    """A printed box: its path as `desk.fields` names it, its leaves as paths of the contract, its template.

    `number` where the form numbers the box itself; `is_later`: only other editions of the form print it.
    """

    path: str
    title: Promise | str
    leaves: tuple[str, ...]
    layout: str
    number: int = 0

    @property
    def is_later(self) -> bool:
        return self.path in LATER


class Section(NamedTuple):
    """A page. `number` as the form prints it."""

    slug: str
    number: str
    title: Promise
    boxes: tuple[Box, ...]

    @property
    def leaves(self) -> list[str]:
        return [leaf for box in self.boxes for leaf in box.leaves]


PLAIN, OPTIONS, LINES = "desk/editor/_plain.html", "desk/editor/_options.html", "desk/editor/_lines.html"
TITLE = "desk/editor/_title.html"
ASKED_OF_ALL = "leads_to_permit"  # printed by other editions only, but forms 1 and 2 hang on it
LATER = frozenset(box.path for box in later.LATER) - {ASKED_OF_ALL}


def _box(path: str, title: Promise | str, *members: str, layout: str = PLAIN, number: int = 0) -> Box:
    """A box of the card: one leaf, or the members of a group."""
    leaves = tuple(f"card.{path}.{member}" for member in members) or (f"card.{path}",)
    return Box(path, title, leaves, layout, number)


def _with_text(path: str, title: Promise, text: str) -> Box:
    """Options and the words beside «سایر»."""
    return Box(path, title, (f"card.{path}", f"card.{text}"), OPTIONS)


A_STAGE = "desk/editor/_stage.html"
STAGE = (
    "electronic",
    "non_electronic",
    "channels",
    "channel_other_text",
    "counter_contract",
    "counter_office_like_title",
    "visit_levels",
    "visit_reasons",
    "visit_reason_text",
)
SECTIONS = (
    Section(
        "identity",
        "1-3",
        _("عنوان، شناسه و ارائه‌دهنده"),
        (
            _box("title", _("عنوان خدمت"), layout=TITLE, number=1),
            Box("service_id", _("شناسهٔ خدمت"), (), "desk/editor/_closed.html", 2),
            _box("executive_agency", _("نام دستگاه اجرایی"), number=3),
            _box("parent_agency", _("نام دستگاه مادر")),
            _box("local_id", _("شناسهٔ محلی")),
            _box("parent_service_id", _("شناسهٔ خدمت بالادست")),
            _box("parent_service_title", _("عنوان خدمت بالادست")),
        ),
    ),
    Section(
        "specification",
        "4",
        _("مشخصات خدمت"),
        (
            _box("description", _("شرح خدمت")),
            _box("service_type", _("نوع خدمت"), layout=OPTIONS),
            _box("audience", _("نوع مخاطبین")),
            _box("nature", _("ماهیت خدمت"), layout=OPTIONS),
            _box("level", _("سطح خدمت"), layout=OPTIONS),
            _with_text("life_events", _("رویداد مرتبط با"), "life_event_text"),
            _with_text("start_trigger", _("نحوهٔ آغاز خدمت"), "start_trigger_text"),
            _box("documents", _("مدارک لازم برای انجام خدمت"), layout="desk/editor/_papers.html"),
            _box("laws", _("قوانین و مقررات بالادستی"), layout=LINES),
            _box("leads_to_permit", _("به صدور مجوز می‌انجامد"), layout="desk/editor/_yes_no.html"),
            _box("service_pattern", _("الگوی خدمت")),
        ),
    ),
    Section(
        "details",
        "5",
        _("جزئیات خدمت"),
        (
            _box("recipients", _("آمار تعداد خدمت‌گیرندگان"), "count", "per", layout="desk/editor/_recipients.html"),
            _box(
                "average_duration",
                _("متوسط مدت زمان ارائهٔ خدمت"),
                *("text", "value", "min", "max", "unit", "working", "basis"),
                layout="desk/editor/_duration.html",
            ),
            _box("frequency", _("تواتر"), "once", "times", "per", layout="desk/editor/_frequency.html"),
            _box("visits", _("تعداد بار مراجعهٔ حضوری"), "text", "count", "max", layout="desk/editor/_visits.html"),
            _box(
                "cost", _("هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان"), "free", "text", "items", layout="desk/editor/_cost.html"
            ),
        ),
    ),
    Section(
        "access",
        "6",
        _("نحوهٔ دسترسی به خدمت"),
        (
            _box("url", _("آدرس دقیق و مستقیم خدمت در وبگاه")),
            _box("system_name", _("نام سامانهٔ مربوط به خدمت")),
            *(_box(f"stages.{name}", one.fa, *STAGE, layout=A_STAGE) for name, one in VOCABULARY["stage"].items()),
            _box("service_hours", _("زمان ارائهٔ خدمت")),
            _box("responsible_unit", _("واحد مسئول")),
            _box("forms", _("فرم‌ها")),
            _box("faq", _("پرسش‌های پرتکرار")),
            _box("sla_url", _("نشانی توافق‌نامهٔ سطح خدمت")),
            _box("complaint_url", _("نشانی ثبت شکایت")),
            _box("maturity", _("بلوغ")),
        ),
    ),
    Section(
        "systems",
        "7",
        _("ارتباط با سامانه‌های دیگر دستگاه"),
        (_box("internal_systems", _("سامانه‌های دیگر در دستگاه"), layout="desk/editor/_systems.html"),),
    ),
    Section(
        "agencies",
        "8",
        _("ارتباط با دستگاه‌های دیگر"),
        (_box("external_inquiries", _("استعلام از دستگاه‌های دیگر"), layout="desk/editor/_agencies.html"),),
    ),
    Section(
        "processes",
        "9-10",
        _("فرایندها و نمودار"),
        (
            _box("processes", _("عناوین فرایندهای خدمت"), layout="desk/editor/_processes.html", number=9),
            _box(
                "diagram",
                _("نمودار ارتباطی فرایندهای خدمت"),
                *("boxes", "links"),
                layout="desk/editor/_diagram.html",
                number=10,
            ),
        ),
    ),
    Section(
        "filler", "", _("تکمیل‌کنندهٔ فرم"), (_box("filled_by", _("تکمیل‌کنندهٔ فرم"), "name", "phone", "email", "unit"),)
    ),
    Section(
        "permits",
        "",
        _("فرم شمارهٔ یک: مجوزها"),
        (Box("permits", _("مجوزهایی که خدمت به آنها می‌انجامد"), ("permits",), "desk/editor/_permits.html"),),
    ),
    Section(
        "inquiries",
        "",
        _("فرم شمارهٔ دو: استعلام‌ها"),
        (Box("inquiries", _("استعلام‌های صدور مجوز"), ("inquiries",), "desk/editor/_inquiries.html"),),
    ),
)
BY_SLUG = {section.slug: section for section in SECTIONS}
_PLACES = {box.path: place for place, box in enumerate(box for section in SECTIONS for box in section.boxes)}


def title_of(leaf: str, box: Box) -> Promise | str:
    """What a leaf is called: its box's name where it is the whole box, and for its first list."""
    is_alone = len(box.leaves) == 1 or leaf == f"card.{box.path}"
    return box.title if is_alone else named(leaf)


def place_of(leaf: str, said: Collection[str] = ()) -> Place:
    """Where a leaf is typed; a stage offers only the boxes that the form prints for it, and what is `said` already."""
    shape = shape_of(leaf)
    if not leaf.startswith("card.stages."):
        return Place(leaf, shape, shape.options)
    printed = printed_at(*leaf.split(".")[2:], options=shape.options)
    return Place(leaf, shape, [option for option in shape.options if option in printed or option in said])


def printed_at(stage: str, member: str, *, options: Collection[str]) -> Collection[str]:
    """The boxes of a stage on paper: the production of a service has neither levels nor reasons of visits to tick."""
    if member == "channels":
        return PRINTED[stage].split()
    return () if stage == "production" and member in ("visit_levels", "visit_reasons") else options


@lru_cache(maxsize=4096)
def owner_of(path: str) -> tuple[Section, Box] | None:
    """The page and box that a path of a finding, a doubt or a trace belongs to."""
    bare = path.removeprefix("card.")
    fits = ((section, box) for section in SECTIONS for box in section.boxes if f"{bare}.".startswith(f"{box.path}."))
    return next(fits, None) or _by_leaf(path)


def section_of(path: str) -> str:
    """The page of a whole path («card.cost.items.0.text»); empty for what no page shows."""
    owner = owner_of(path)
    return owner[0].slug if owner else ""


def printed_order(path: str) -> tuple[int, int, str]:
    """For sorting whole paths as the form prints them: by box, by the leaf beside which a text stands, by name."""
    owner = owner_of(path)
    if owner is None:
        return len(_PLACES), 0, path
    box = owner[1]
    beside = [leaf for leaf in box.leaves if f"{path}.".startswith(f"{leaf}.") and leaf.count(".") == 1]
    return _PLACES[box.path], box.leaves.index(beside[0]) if beside else 0, path


def _by_leaf(path: str) -> tuple[Section, Box] | None:
    """The box beside whose options a text stands; the first box of a group of boxes («card.stages»)."""
    holds = (
        (section, box)
        for section in SECTIONS
        for box in section.boxes
        if f"{path}.".startswith(_of_leaves(box)) or f"card.{box.path}".startswith(f"{path}.")
    )
    return next(holds, None) if path != "card" else None


def _of_leaves(box: Box) -> tuple[str, ...]:
    return tuple(f"{leaf}." for leaf in box.leaves)
