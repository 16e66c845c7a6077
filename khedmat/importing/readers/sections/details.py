"""Sections 4 and 5: specification and details of the service."""

import re
from collections.abc import Callable

from khedmat.core.persian import fold, fold_line
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.values import durations, lists
from khedmat.importing.readers.values.numbers import numbers

_CODE = re.compile(r"\bG\s?[2۲٢]\s?[CBGE]\b")
_FIRST_BLOCKS = 40
_CHOICES = ("service_type", "nature", "level", "life_events", "start_trigger")
_ONE_OF = {"nature"}
_NONE_SAID = re.compile(
    r"(?:نیاز|احتیاج|لزوم)ی?\s*(?:به مراجعه)?.{0,25}(?:نیست|ندارد|نمی\s*باشد)|بدون مراجعه|غیر\s*حضوری است|^\s*(?:ندارد|صفر|هیچ)\W*$|عدم نیاز"
)
_TIMES = re.compile(r"بار|مرتبه|دفعه|نوبت|مراجعه")
_PER_PERSON = re.compile(r"نفر در روز|مورد در|نفر\b")
_RANGE = re.compile(r"\s*(?:بار|مرتبه)?\s*(?:تا|الی|-|–)\s*")
_TRUE, _FALSE = re.compile(r"\btrue\b|بله|بلی", re.I), re.compile(r"\bfalse\b|خیر", re.I)
_ONCE = re.compile(r"یک\s*بار\s*برای\s*همیشه")
_TIMES_TEXT = re.compile(r"(?P<times>[\w\u200c]+|[.…\s]{3,})\s*(?:بار|مرتبه|دفعه)\s*(?:\[?\s*در\s*\]?)")
_TAIL = re.compile(r"(?:بار|مرتبه)\s*\[?\s*در\s*\]?\s*:?\s*(.*)", re.S)


def read(outline: Outline, draft: Draft) -> None:
    for group in _CHOICES:
        _read_choice(group, outline, draft)
    draft.text("description", _description(outline), lines=True)
    draft.text("audience", outline.best("audience"), lines=True)
    for field in ("documents", "laws"):
        _read_list(field, outline, draft)
    for read_part in (_read_permit_tick, _read_recipients, _read_duration, _read_frequency, _read_visits):
        read_part(outline, draft)
    for field in ("service_pattern", "maturity", "service_hours", "responsible_unit", "faq", "forms"):
        draft.text(field, outline.best(field))


def _description(outline: Outline) -> Answer | None:
    """«معرفی خدمت» and «شرح خدمت» are both descriptions; the longer speaks where both do."""
    found = [answer for answer in outline.of("description") if any(said(text) for text in answer.texts)]
    return found[0] if found else outline.best("description")


def _read_choice(group: str, outline: Outline, draft: Draft) -> None:
    answers = [answer for answer in outline.of(group) if answer.texts]
    if not answers:
        if group == "service_type":
            _read_codes_in_prose(outline, draft)
        return
    reading = options.Reading()
    reading.join(options.read([_as_block(answers[0])], _groups(group)))
    _settle(group, reading, answers[0], draft)
    if group == "service_type":
        _settle("nature", reading, answers[0], draft)
    for name, path in (
        ("life_events.other", "life_event_text"),
        ("start_trigger.other", "start_trigger_text"),
        ("start_trigger.event", "start_trigger_text"),
        ("start_trigger.time", "start_trigger_text"),
    ):
        if name.startswith(group):
            draft.set(path, reading.other_text.get(name), answers[0])


def _read_codes_in_prose(outline: Outline, draft: Draft) -> None:
    """«… به صورت G2B، G2C می‌باشد» on a page that has no box for it."""
    lines = [line for line in outline.sheet.lines if line.block < _FIRST_BLOCKS and _CODE.search(line.text)]
    if any(outline.of("service_type")) or len(lines) != 1:
        return
    values, undecided = options.read([" ، ".join(_CODE.findall(lines[0].text))], ["service_type"]).decide(
        "service_type"
    )
    if not undecided:
        draft.set("service_type", values, None, [Piece(lines[0], 0, len(lines[0].text))])


def _groups(group: str) -> tuple[str, ...]:
    return (group, "nature") if group == "service_type" else (group,)


def _as_block(answer: Answer) -> str:
    """Pieces of one line stay on one line: the side of their marks is decided there."""
    parts: list[str] = []
    for number, piece in enumerate(answer.pieces):
        same = (
            number
            and piece.line.block == answer.pieces[number - 1].line.block
            and piece.line.cell != answer.pieces[number - 1].line.cell
        )
        parts += [" " if same else "\n", piece.text]
    return "".join(parts[1:])


def _settle(group: str, reading: options.Reading, answer: Answer, draft: Draft) -> None:
    values, undecided = reading.decide(group)
    if undecided or group in _ONE_OF and len(values) > 1:
        draft.undecide(group, answer.text)
    elif values:
        draft.set(group, values[0] if group in _ONE_OF else values, answer)
    elif not reading.of(group) and said(answer.text) and group != "nature":
        draft.warn("wrong_kind", group, answer.text)


def _read_list(field: str, outline: Outline, draft: Draft) -> None:
    answers = [answer for answer in outline.of(field) if any(said(text) for text in answer.texts)]
    if answers:
        kept = [text for text in lists.items(answers[0].texts) if said(text)]
        draft.set(field, kept, answers[0])
    elif answer := outline.best(field):
        draft.filler(field, answer)


def _read_permit_tick(outline: Outline, draft: Draft) -> None:
    if answer := outline.best("leads_to_permit"):
        found, undecided = options.read([_as_block(answer)], ["yes_no"]).decide("yes_no")
        if undecided:
            draft.undecide("leads_to_permit", answer.text)
        elif len(found) == 1:
            draft.set("leads_to_permit", found == ["yes"], answer)


def _read_recipients(outline: Outline, draft: Draft) -> None:
    for answer in outline.of("recipients", *(f"recipients_{period}" for period in ("day", "month", "season", "year"))):
        text = " ".join(answer.texts)
        first = next((number for number in numbers(text) if number.whole is not None), None)
        per, undecided = options.read([_as_block(answer)], ["period"]).decide("period")
        inside = [answer.field.removeprefix("recipients_")] if answer.field != "recipients" else []
        if first is not None:
            draft.set("recipients.count", first.whole, answer)
        if undecided and not inside:
            draft.undecide("recipients.per", text)
        elif len(per or inside) == 1:
            draft.set("recipients.per", (per or inside)[0], answer)


def _read_duration(outline: Outline, draft: Draft) -> None:
    answer = outline.best("average_duration")
    if answer is None or not said(answer.text):
        below = next((found for found in outline.of("details") if durations.looks_like_duration(found.text)), None)
        if below is None:
            return draft.filler("average_duration", answer) if answer else None
        answer = below
    if not said(answer.text):
        return None
    parsed = durations.parse(said(answer.text) or "")
    for name, value in parsed.model_dump(exclude_none=True).items():
        draft.set(f"average_duration.{name}", value, answer, answer.pieces[:1])
    return None


def _read_frequency(outline: Outline, draft: Draft) -> None:
    """«یکبار برای همیشه» with its box, and «n بار در ماه/فصل/سال»."""
    for answer in outline.of("frequency", "frequency_once", "frequency_times"):
        line = answer.line.text[answer.start :] if answer.field != "frequency" else " ".join(answer.texts)
        before = answer.line.text[: answer.start]
        _read_once(answer, before, draft)
        for later in answer.texts[1:]:
            if _TIMES_TEXT.search(later):
                _read_times(answer, later, draft)
        if answer.field == "frequency_times" or _TAIL.search(line) and re.search(r"\bدر\b|\[در\]", line):
            _read_times(answer, _with_values(answer, line), draft)


def _with_values(answer: Answer, line: str) -> str:
    later = [piece.text for piece in answer.pieces if piece.line is not answer.line]
    return " ".join([line, *later])


def _read_once(answer: Answer, before: str, draft: Draft) -> None:
    if answer.field != "frequency_once":
        if answer.field == "frequency" and (match := _ONCE.search(fold(answer.text))):
            draft.set("frequency.once", _once_tick(fold(answer.text), *match.span()), answer)
        return
    text = answer.text
    if _FALSE.search(text) or _TRUE.search(text):
        draft.set("frequency.once", bool(_TRUE.search(text)), answer)
        return
    line = fold(answer.line.text)
    phrase = _ONCE.search(line)
    tick = _once_tick(line, *phrase.span()) if phrase else None
    if (
        tick is None
        and marks.any_in(marks.normalise(" ".join(text for text in draft_texts(answer)))) is False
        and before.strip() == ""
    ):
        draft.undecide("frequency.once", answer.line.text)
    draft.set("frequency.once", tick, answer)


def draft_texts(answer: Answer) -> list[str]:
    """What stands with an answer, its own line first."""
    return [answer.line.text, *answer.texts]


def _once_tick(text: str, start: int, end: int) -> bool | None:
    """The mark just before the phrase, else just behind it."""
    before, after = marks.normalise(text[:start]).rstrip(" (")[-1:], marks.normalise(text[end:]).lstrip(" )هشیه")[:1]
    for mark in (before, after):
        if marks.any_in(mark):
            return mark == marks.TICKED
    return None


def _read_times(answer: Answer, line: str, draft: Draft) -> None:
    said_times = _TIMES_TEXT.search(line) or _TIMES_TEXT.search(answer.line.text)
    counted = numbers(said_times["times"]) if said_times else []
    tail = _TAIL.search(line)
    rest = tail[1] if tail else line
    if not counted and not marks.any_in(rest):
        counted = numbers(rest)[:1]
    if counted and counted[0].whole is not None:
        draft.set("frequency.times", counted[0].whole, answer)
    per, undecided = options.read([rest], ["period"]).decide("period")
    if undecided:
        draft.undecide("frequency.per", rest)
    elif len(per) == 1:
        draft.set("frequency.per", per[0], answer)


def _read_visits(outline: Outline, draft: Draft) -> None:
    answer = outline.best("visits")
    if answer is None or not answer.texts:
        return
    raw = fold_line(answer.text)
    none_said = bool(_NONE_SAID.search(raw)) or bool(re.fullmatch(r"\W*0+\W*", raw))
    text = raw.strip(" :") if none_said else said(raw)
    if text is None:
        draft.filler("visits", answer)
        return
    draft.set("visits.text", text, answer, answer.pieces[:1])
    if _PER_PERSON.search(text) and not _TIMES.search(text):
        draft.warn("wrong_kind", "visits", text)
        return
    _count_visits(text, none_said, _setter(answer, draft))


def _setter(answer: Answer, draft: Draft) -> Callable[[str, int | None], None]:
    return lambda name, value: draft.set(f"visits.{name}", value, answer, answer.pieces[:1])


def _count_visits(text: str, none_said: bool, keep: Callable[[str, int | None], None]) -> None:
    counted = [number for number in numbers(text) if number.whole is not None and number.whole < 1000]
    if none_said:
        keep("count", 0)
    elif len(counted) > 1 and _RANGE.fullmatch(text, counted[0].end, counted[1].start):
        keep("count", counted[0].whole)
        keep("max", counted[1].whole)
    elif counted and "حداکثر" in text[: counted[0].start]:
        keep("max", counted[0].whole)
    elif counted:
        keep("count", counted[0].whole)
