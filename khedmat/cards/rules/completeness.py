"""C: what a card may not leave empty, and whether its title and description say something. 206/93/7740, art. 2."""

from collections.abc import Iterator

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import STAGES, blank, card_of, doubtful, is_untouched, letters, stage_of, words
from khedmat.cards.rules.rule import Breach, Rule, Wording, at

MANDATORY = ("title", "executive_agency", "description", "service_type", "nature", "level", "start_trigger")
RECOMMENDED = ("audience", "documents", "laws", "processes", "diagram", "filled_by", "recipients", "average_duration")
LEAST_ADDED = 40  # letters that a description must add to its title
UNREADABLE = Wording(
    "نشان‌های «%(label)s» در این فرم خوانا نیست: پیدا نیست کدام گزینه انتخاب شده است.",
    "از روی نسخهٔ اصلی، گزینهٔ درست «%(label)s» را دوباره بزنید.",
)


def _mandatory_empty(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    for name in MANDATORY if document.kind == "service_card" else ():
        yield from _unless_filled(document, name, not getattr(card, name) or _dots(getattr(card, name)))
    if document.kind == "service_card":
        untouched = all(is_untouched(stage_of(document, name)) for name in STAGES)
        yield from _unless_filled(document, "stages", untouched)
    for place, row in enumerate(document.services):
        if blank(row.title):
            yield at(f"services.{place}.title", label=f"عنوان خدمت در ردیف {place + 1}")


def _unless_filled(document: Document, name: str, is_empty: bool) -> Iterator[Breach]:
    if is_empty:
        label = {"label": field_label(f"card.{name}")}
        yield Breach(f"card.{name}", label, unread=doubtful(document, name))


def _dots(value: object) -> bool:
    return isinstance(value, str) and blank(value)


def _recommended_empty(document: Document) -> Iterator[Breach]:
    if document.kind == "service_card":
        for name in RECOMMENDED:
            if not doubtful(document, name) and not _says_something(getattr(card_of(document), name)):
                yield at(f"card.{name}", label=field_label(f"card.{name}"))
    yield from _unread_elsewhere(document)


def _unread_elsewhere(document: Document) -> Iterator[Breach]:
    """Lost marks of every box that C01 does not speak of."""
    for name in document.undecided:
        bare = name.removeprefix("card.")
        path = bare if bare.startswith(("permits", "inquiries", "services")) else f"card.{bare}"
        if bare not in MANDATORY:
            yield Breach(path, {"label": field_label(path)}, unread=True)


def _says_something(value: object) -> bool:
    """A part of the card says something when any of its members does; zero and "no" are words too."""
    if value is None or isinstance(value, str):
        return not blank(value)
    if isinstance(value, list):
        return any(_says_something(member) for member in value)
    return (
        any(_says_something(member) for member in vars(value).values()) if hasattr(value, "model_fields_set") else True
    )


def _no_type(document: Document) -> Iterator[Breach]:
    if not card_of(document).service_type and not doubtful(document, "service_type"):
        yield at("card.service_type")


def _description_adds_nothing(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    if card.title and card.description and not blank(card.description):
        added = _added(card)
        if added < LEAST_ADDED:
            yield at("card.description", description=card.description, added=added)


def _added(card: Card) -> int:
    """Letters of the description that are not words of the title."""
    said = letters(card.title or "")
    return sum(len(word) for word in words(card.description or "") if word not in said)


RULES = (
    Rule(
        id="C01",
        severity="B",
        fields=tuple(f"card.{name}" for name in (*MANDATORY, "stages")),
        kinds=("service_card", "service_list"),
        condition=_mandatory_empty,
        unread=UNREADABLE,
        message="«%(label)s» خالی است؛ این خانه اجباری است.",
        fix="«%(label)s» را پر کنید؛ اگر برای این خدمت معنا ندارد، علت آن را بنویسید.",
        example="ماهیت خدمت: نه «حاکمیتی» تیک دارد و نه «تصدی‌گری»",
    ),
    Rule(
        id="C02",
        severity="A",
        fields=tuple(f"card.{name}" for name in RECOMMENDED),
        kinds=("service_card", "service_list", "permit_list"),
        condition=_recommended_empty,
        unread=UNREADABLE,
        message="«%(label)s» خالی است.",
        fix="«%(label)s» را بنویسید؛ اگر وجود ندارد، همین را صریح بنویسید.",
        example="قوانین و مقررات بالادستی: (خالی)",
    ),
    Rule(
        id="C03",
        severity="B",
        fields=("card.service_type",),
        condition=_no_type,
        message="نوع خدمت معلوم نیست: هیچ‌یک از گزینه‌های شهروندان، کسب‌وکار، دستگاه‌های دولتی و کارکنان تیک ندارد.",
        fix="مشخص کنید خدمت به چه کسی داده می‌شود: G2C، G2B، G2G یا G2E.",
        example="نوع خدمت: ☐ G2C ☐ G2B ☐ G2G",
    ),
    Rule(
        id="C05",
        severity="A",
        fields=("card.description", "card.title"),
        condition=_description_adds_nothing,
        message="شرح خدمت «%(description)s» چیزی بیش از عنوان نمی‌گوید (%(added)s حرف تازه دارد).",
        fix="در چند جمله بنویسید خدمت چیست، به چه کسی داده می‌شود، چه می‌کند و نتیجه‌اش چیست.",
        example="عنوان: صدور پروانهٔ چاه · شرح: صدور پروانهٔ چاه",
    ),
)
