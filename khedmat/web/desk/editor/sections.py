"""The pages of the editor: which boxes each holds, and what their leaves are called."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.editing.shapes import shape_of
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.annex import PRINTED
from khedmat.web.desk.editor.raw import Place


class Box(NamedTuple):
    """A printed box: its path as `desk.fields` names it, its leaves as paths of the contract, its template."""

    path: str
    title: Promise | str
    leaves: tuple[str, ...]
    layout: str = "plain"


class Section(NamedTuple):
    """A page. `number` as the form prints it."""

    slug: str
    number: str
    title: Promise
    boxes: tuple[Box, ...]

    @property
    def leaves(self) -> list[str]:
        return [leaf for box in self.boxes for leaf in box.leaves]


def _box(path: str, title: Promise | str, *members: str, layout: str = "plain") -> Box:
    """A box of the card: one leaf, or the members of a group."""
    return Box(path, title, tuple(f"card.{path}.{member}" for member in members) or (f"card.{path}",), layout)


def _with_text(path: str, title: Promise, text: str) -> Box:
    """Options and the words beside «سایر»."""
    return Box(path, title, (f"card.{path}", f"card.{text}"))


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
            _box("title", _("عنوان خدمت")),
            Box("service_id", _("شناسهٔ خدمت"), (), "closed"),
            _box("executive_agency", _("نام دستگاه اجرایی")),
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
            _box("service_type", _("نوع خدمت")),
            _box("audience", _("نوع مخاطبین")),
            _box("nature", _("ماهیت خدمت")),
            _box("level", _("سطح خدمت")),
            _with_text("life_events", _("رویداد مرتبط با"), "life_event_text"),
            _with_text("start_trigger", _("نحوهٔ آغاز خدمت"), "start_trigger_text"),
            _box("documents", _("مدارک لازم برای انجام خدمت")),
            _box("laws", _("قوانین و مقررات بالادستی")),
            _box("leads_to_permit", _("به صدور مجوز می‌انجامد")),
            _box("service_pattern", _("الگوی خدمت")),
        ),
    ),
    Section(
        "details",
        "5",
        _("جزئیات خدمت"),
        (
            _box("recipients", _("آمار تعداد خدمت‌گیرندگان"), "count", "per"),
            _box(
                "average_duration",
                _("متوسط مدت زمان ارائهٔ خدمت"),
                *("text", "value", "min", "max", "unit", "working", "basis"),
            ),
            _box("frequency", _("تواتر"), "once", "times", "per"),
            _box("visits", _("تعداد بار مراجعهٔ حضوری"), "text", "count", "max"),
            _box("cost", _("هزینهٔ ارائهٔ خدمت به خدمت‌گیرندگان"), "free", "text", "items"),
        ),
    ),
    Section(
        "access",
        "6",
        _("نحوهٔ دسترسی به خدمت"),
        (
            _box("url", _("آدرس دقیق و مستقیم خدمت در وبگاه")),
            _box("system_name", _("نام سامانهٔ مربوط به خدمت")),
            *(_box(f"stages.{name}", words.fa, *STAGE, layout="stage") for name, words in VOCABULARY["stage"].items()),
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
        "systems", "7", _("ارتباط با سامانه‌های دیگر دستگاه"), (_box("internal_systems", _("سامانه‌های دیگر در دستگاه")),)
    ),
    Section(
        "agencies", "8", _("ارتباط با دستگاه‌های دیگر"), (_box("external_inquiries", _("استعلام از دستگاه‌های دیگر")),)
    ),
    Section(
        "processes",
        "9-10",
        _("فرایندها و نمودار"),
        (
            _box("processes", _("عناوین فرایندهای خدمت")),
            _box("diagram", _("نمودار ارتباطی فرایندهای خدمت"), "boxes", "links", layout="flow"),
        ),
    ),
    Section(
        "filler", "", _("تکمیل‌کنندهٔ فرم"), (_box("filled_by", _("تکمیل‌کنندهٔ فرم"), "name", "phone", "email", "unit"),)
    ),
    Section(
        "permits",
        "",
        _("فرم شمارهٔ یک: مجوزها"),
        (Box("permits", _("مجوزهایی که خدمت به آنها می‌انجامد"), ("permits",)),),
    ),
    Section(
        "inquiries", "", _("فرم شمارهٔ دو: استعلام‌ها"), (Box("inquiries", _("استعلام‌های صدور مجوز"), ("inquiries",)),)
    ),
)
BY_SLUG = {section.slug: section for section in SECTIONS}
MEMBERS: dict[str, Promise] = {
    "count": _("تعداد"),
    "per": _("در هر"),
    "text": _("به بیان فرم"),
    "value": _("مقدار"),
    "min": _("حداقل"),
    "max": _("حداکثر"),
    "unit": _("واحد"),
    "working": _("روز کاری"),
    "basis": _("برای"),
    "once": _("یک بار برای همیشه"),
    "times": _("چند بار"),
    "free": _("رایگان"),
    "items": _("مبلغ‌ها"),
    "amount_rial": _("مبلغ (ریال)"),
    "account": _("شماره‌حساب"),
    "electronic": _("الکترونیکی"),
    "non_electronic": _("غیرالکترونیکی"),
    "channels": _("رسانهٔ ارتباطی"),
    "channel_other_text": _("سایر رسانه‌ها (با ذکر نحوهٔ دسترسی)"),
    "counter_contract": _("شمارهٔ قرارداد با دفاتر پیشخوان"),
    "counter_office_like_title": _("عنوان مشابه دفاتر پیشخوان"),
    "visit_levels": _("مراجعه به دستگاه در سطح"),
    "visit_reasons": _("ضرورت مراجعهٔ حضوری"),
    "visit_reason_text": _("ضرورت دیگر"),
    "life_event_text": _("رویداد دیگر"),
    "start_trigger_text": _("زمان، رویداد یا نحوهٔ دیگر"),
    "system": _("نام سامانه"),
    "fields": _("فیلدهای مورد تبادل"),
    "modes": _("شیوهٔ استعلام"),
    "agency": _("نام دستگاه"),
    "fee.text": _("مبلغ به بیان فرم"),
    "fee.amount_rial": _("مبلغ (ریال)"),
    "paper_by": _("اگر غیرالکترونیکی است، به دست"),
    "notes": _("توضیحات"),
    "boxes": _("خانه‌ها"),
    "links": _("پیکان‌ها"),
    "name": _("نام و نام خانوادگی"),
    "phone": _("تلفن"),
    "email": _("پست الکترونیک"),
    "organization": _("دستگاه"),
    "kind": _("نوع"),
    "title": _("عنوان مجوز"),
    "action": _("اقدام"),
    "legal_basis": _("مستندات قانونی"),
    "documents": _("مدارک"),
    "validity": _("مدت اعتبار"),
    "applicants": _("متقاضی"),
    "process": _("فرایند"),
    "supervisors": _("مراجع ناظر"),
    "duration.text": _("زمان تقریبی به بیان فرم"),
    "duration.value": _("زمان تقریبی"),
    "duration.unit": _("واحد زمان"),
    "steps": _("مراحل انجام کار"),
    "conditions": _("شرایط"),
    "permit": _("برای مجوز"),
}


def title_of(leaf: str, box: Box) -> Promise | str:
    """What a leaf is called: its box's name where it is the whole box, and for its first list."""
    is_alone = len(box.leaves) == 1 or leaf == f"card.{box.path}"
    return box.title if is_alone else MEMBERS[leaf.rpartition(".")[2]]


def place_of(leaf: str) -> Place:
    """Where a leaf is typed; a stage offers only the media that the form prints for it."""
    shape = shape_of(leaf)
    return Place(leaf, shape, PRINTED[leaf.split(".")[2]].split() if leaf.endswith(".channels") else shape.options)


def owner_of(path: str) -> tuple[Section, Box] | None:
    """The page and box that a path of a finding, a doubt or a trace belongs to."""
    bare = path.removeprefix("card.")
    fits = ((section, box) for section in SECTIONS for box in section.boxes if f"{bare}.".startswith(f"{box.path}."))
    return next(fits, None) or _by_leaf(path)


def _by_leaf(path: str) -> tuple[Section, Box] | None:
    holds = ((section, box) for section in SECTIONS for box in section.boxes if path in box.leaves)
    return next(holds, None)
