"""What each box and each question of a card is worth, in tenths of a point. Raise SCORE_VERSION with any change.

A question counts only where the boxes that it compares are answered: who says nothing contradicts nothing, but has
not been consistent either. So no card gains by leaving a box empty.
"""

from typing import NamedTuple

SCORE_VERSION = "1"
COMPLETENESS, CONSISTENCY, FINDABILITY, FRESHNESS, EVIDENCE = 300, 250, 150, 150, 150

# Completeness. The least weight is above what a misspelt word or an unexplained term costs.
BOXES: dict[str, int] = {
    "card.title": 25,
    "card.executive_agency": 20,
    "card.parent_agency": 5,
    "card.description": 25,
    "card.service_type": 20,
    "card.audience": 15,
    "card.nature": 10,
    "card.level": 10,
    "card.life_events": 10,
    "card.start_trigger": 15,
    "card.leads_to_permit": 5,
    "card.documents": 20,
    "card.laws": 15,
    "card.recipients": 10,
    "card.average_duration": 15,
    "card.frequency": 5,
    "card.visits": 10,
    "card.cost": 15,
    "card.system_name": 5,
    "card.stages.information": 5,
    "card.stages.request": 5,
    "card.stages.production": 5,
    "card.stages.delivery": 5,
    "card.internal_systems": 5,
    "card.external_inquiries": 5,
    "card.processes": 10,
    "card.diagram": 5,
}
BY_BOXES = ("C01", "C02", "C03", "K03")  # an empty box, or a placeholder in it, is a box that is not filled in
# Blockers that no box can win back, and what is nobody's fault: the usual state of a new card, letters that are folded.
UNWEIGHED = ("I01", "I02", "I04", "K04", "R05")
SHARE = {"B": 5, "A": 3, "N": 1}  # fifths of a question that a finding of this severity costs


class Question(NamedTuple):
    """What is asked of the whole card: its rules, and the boxes without which it has no answer."""

    label: str
    points: int
    rules: tuple[str, ...]
    boxes: tuple[str, ...]


def _question(label: str, points: int, *, rules: str = "", boxes: str = "") -> Question:
    return Question(label, points, tuple(rules.split()), tuple(f"card.{name}" for name in boxes.split()))


_STAGES = "stages.information stages.request stages.production stages.delivery"
PERMITS = _question(
    "فرم‌های مجوز با شناسنامه می‌خوانند",
    8,
    rules="P01 P02 P03 P04 P05 P06 P07 P08 P09 P10 T06",
    boxes=f"leads_to_permit service_type {_STAGES}",
)
CONSISTENT: tuple[Question, ...] = (
    _question("نوع خدمت با رویدادها می‌خواند", 15, rules="A01", boxes="service_type life_events"),
    _question("سطح خدمت با دستگاه و محل می‌خواند", 15, rules="L01 L02", boxes="level title executive_agency"),
    _question(
        "نحوهٔ آغاز با بقیهٔ فرم می‌خواند", 25, rules="S01 S02 S03", boxes="start_trigger stages.request documents cost"
    ),
    _question("هر مدرک جدا و به نام آمده است", 20, rules="D02 D05 D06", boxes="documents"),
    _question("مدرکی که دولت خود دارد خواسته نمی‌شود", 15, rules="D04 O05", boxes="documents external_inquiries"),
    _question("هزینه روشن است", 25, rules="M01 M02 M03 M04 M05 M07", boxes="cost"),
    _question("هزینهٔ دستگاه دیگر در هزینهٔ گیرنده نیست", 5, rules="M08", boxes="cost external_inquiries"),
    _question("مدت ارائه روشن است", 20, rules="T01 T02 T03 T04", boxes="average_duration"),
    _question("تواتر روشن است", 10, rules="F01 F02 F03", boxes="frequency"),
    _question("آمار تعداد و واحد دارد", 5, rules="F04", boxes="recipients"),
    _question("بار مراجعه با مراحل می‌خواند", 20, rules="V01 V02 V06", boxes=f"visits {_STAGES}"),
    _question("خانه‌های هر مرحله با هم می‌خوانند", 30, rules="X01 X02 X03 V03 V04 V05 V07 H01", boxes=_STAGES),
    _question("هر «سایر» متن خود را دارد", 5, rules="K05", boxes=f"life_events start_trigger {_STAGES}"),
    _question("داده و شیوهٔ هر تبادل نوشته شده است", 10, rules="O02 O04", boxes="internal_systems external_inquiries"),
    _question(
        "دستگاه‌ها به نام رسمی‌اند", 10, rules="O01 O03 O06", boxes="executive_agency parent_agency external_inquiries"
    ),
    _question("نمودار همان فرایندهاست", 10, rules="B01 B02", boxes="processes diagram"),
    PERMITS,
    _question("املا درست است", 2, rules="K01"),
)
FINDABLE: tuple[Question, ...] = (
    _question("عنوان نام یک کار است", 20, rules="C06", boxes="title"),
    _question("شرح بیش از عنوان می‌گوید", 30, rules="C05", boxes="title description"),
    _question("نشانی خدمت هست", 30, rules="U01 U02", boxes="url"),
    _question("نشانی یکراست به خدمت می‌رسد", 20, rules="U03 U01 U02", boxes="url"),
    _question("نشانی امن است", 10, rules="U04 U01 U02", boxes="url"),
    _question("نشانی از آن همین دستگاه است", 15, rules="U05 U01 U02", boxes="url executive_agency parent_agency"),
    _question("سامانهٔ خدمت نام دارد", 12, rules="U08", boxes="system_name"),
    _question("رویدادی که مردم با آن می‌جویند تیک دارد", 10, rules="A02", boxes="life_events"),
    _question("به زبان ساده نوشته شده است", 3, rules="K02"),
)
EVIDENT: tuple[Question, ...] = (
    _question("آنچه خواسته می‌شود مستند قانونی دارد", 40, rules="G01", boxes="laws"),
    _question("قانون‌ها با شماره و تاریخ آمده‌اند", 30, rules="G03 G04", boxes="laws"),
    _question("چه کسی فرم را پر کرده است", 20, boxes="filled_by"),
)
UNREAD, MOST_UNREAD = 10, 30  # a box whose marks cannot be read, and the most that such boxes cost
NO_SOURCE = 30

# Freshness: days since the newest of change and confirmation, and what is lost beyond them.
AGES = ((180, 0), (365, 40), (730, 70))
OLDEST = 100
NEVER_CONFIRMED, LATELY_UNCONFIRMED, A_YEAR = 50, 25, 365
