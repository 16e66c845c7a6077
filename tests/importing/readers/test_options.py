"""Which options are ticked: decided a block at a time, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers import options
from khedmat.importing.readers.option_table import OPTIONS
from tests.importing.readers.reading_forms import cases

GROUPS = [group for group in OPTIONS if group != "printed" and len(OPTIONS[group]) > 1]
UNDECIDED: tuple[list[str], bool] = ([], True)


def decided(text: str, group: str) -> tuple[list[str], bool]:
    return options.read([text], [group]).decide(group)


def printed(group: str, marks: dict[str, str], *, side: str) -> str:
    """The group's options in the order of the form, each with its mark before or behind it."""
    pairs = ((marks[value], names[0]) for value, names in OPTIONS[group].items())
    return " ".join(f"{mark} {name}" if side == "before" else f"{name} {mark}" for mark, name in pairs)


@pytest.mark.parametrize("side", ["before", "behind"])
@pytest.mark.parametrize("group", GROUPS)
def test_each_option_of_a_group_is_decided_alone(group, side):
    for chosen in OPTIONS[group]:
        marks = {value: "☑" if value == chosen else "☐" for value in OPTIONS[group]}

        assert decided(printed(group, marks, side=side), group) == ([chosen], False)


@pytest.mark.parametrize("group", GROUPS)
def test_all_boxes_and_no_tick_say_nothing(group):
    assert decided(printed(group, dict.fromkeys(OPTIONS[group], "☐"), side="before"), group) == ([], False)


@pytest.mark.parametrize("group", GROUPS)
def test_options_printed_without_any_box_cannot_be_told(group):
    text = " ".join(names[0] for names in OPTIONS[group].values())

    assert decided(text, group) == UNDECIDED


@pytest.mark.parametrize("group", GROUPS)
def test_every_spelling_of_every_option_is_known(group):
    spellings = {name: value for value, names in OPTIONS[group].items() for name in names}

    assert {name: decided(f"☑ {name}", group)[0] for name in spellings} == {
        name: [value] for name, value in spellings.items()
    }


@given(st.sampled_from(["service_type", "level", "life_events", "channels", "visit_reasons"]), st.data())
def test_any_set_of_ticks_is_read_from_either_side(group, data):
    chosen = data.draw(st.sets(st.sampled_from(list(OPTIONS[group]))))
    tick, box = data.draw(st.sampled_from([("☑", "☐"), ("■", "□"), ("R", "£"), ("[x]", "[ ]"), ("●", "○"), ("þ", "¨")]))
    marks = {value: tick if value in chosen else box for value in OPTIONS[group]}
    side = data.draw(st.sampled_from(["before", "behind"]))

    assert decided(printed(group, marks, side=side), group) == (
        [value for value in OPTIONS[group] if value in chosen],
        False,
    )


@cases(
    "text",
    {
        "before, a line each": "☐ ملی\n☑ استانی\n☐ شهری",
        "behind, a line each": "ملی ☐\nاستانی ☑\nشهری ☐",
        "on the line above": "☐\nملی\n☑\nاستانی\n☐\nشهری",
        "on the line below": "ملی\n☐\nاستانی\n☑\nشهری\n☐",
        "glued before": "□ملی ■استانی □شهری",
        "glued behind": "ملی□ استانی■ شهری□",
        "tabs between": "☐ ملی\t☑ استانی\t☐ شهری",
        "one tick and no boxes, before": "* ملی\n",
        "two lines": "☐ ملی ☑ استانی\n☐ شهری ☐ روستایی",
    },
)
def test_marks_stand_on_either_side_and_on_lines_of_their_own(text):
    wanted = ["national"] if "*" in text else ["provincial"]

    assert decided(text, "level") == (wanted, False)


@cases(
    ("text", "group"),
    {
        "one tick between two options": ("حاکمیتی ☑ تصدی گری", "nature"),
        "marks between options only": ("ملی ☑ استانی ☐ شهری", "level"),
        "marks at both ends": ("☐ ملی استانی شهری ☑", "level"),
        "marks in a heap": ("☑ ☐ ملی استانی", "level"),
        "codes without a separator": ("G2C G2B G2G", "service_type"),
    },
)
def test_what_can_be_read_in_two_ways_is_undecided(text, group):
    assert decided(text, group) == UNDECIDED


@cases(
    ("text", "group", "values"),
    {
        "one code": ("G2C", "service_type", ["G2C"]),
        "codes with and": ("G2C و G2B", "service_type", ["G2C", "G2B"]),
        "codes with a comma": ("G2C، G2B", "service_type", ["G2C", "G2B"]),
        "codes with a hyphen": ("G2C-G2B", "service_type", ["G2C", "G2B"]),
        "codes with a slash": ("G2C/G2B", "service_type", ["G2C", "G2B"]),
        "persian digit in a code": ("G۲C", "service_type", ["G2C"]),
        "arabic digit in a code": ("G٢B", "service_type", ["G2B"]),
        "hyphen for the digit": ("G-G", "service_type", ["G2G"]),
        "small letters": ("g2e", "service_type", ["G2E"]),
        "words": ("خدمت به شهروندان و خدمت به کسب و کار", "service_type", ["G2C", "G2B"]),
        "level": ("استانی", "level", ["provincial"]),
        "two levels": ("ملی، استانی", "level", ["national", "provincial"]),
        "adverb": ("سالانه", "period", ["year"]),
        "yes": ("بلی", "yes_no", ["yes"]),
        "no": ("خیر", "yes_no", ["no"]),
        "both ways": ("الکترونیکی و غیر الکترونیکی", "mode", ["electronic", "non_electronic"]),
        "only the negative": ("غیر الکترونیکی", "mode", ["non_electronic"]),
    },
)
def test_a_value_that_somebody_wrote_is_told_from_a_printed_list(text, group, values):
    assert decided(text, group) == (values, False)


@cases(
    ("text", "group", "values"),
    {
        "a letter lost": ("☑ قاضای گیرنده خدمت ☐ تشخیص دستگاه", "start_trigger", ["request"]),
        "a letter changed": ("☐ تشخیص دستگاه ☑ فرارسیدن زمانی مشحص", "start_trigger", ["time"]),
        "words glued": ("☑ خدمت بهشهروندان ☐ خدمت به کسبو کار", "service_type", ["G2C"]),
        "only م of ماه": ("☑ م ☐ فصل ☐ سال", "period", ["month"]),
        "half of a month": ("☐ م ☐ فصل ☑ سال", "period", ["year"]),
        "a letter too many": ("☐ حاکمییتی ☑ تصدی گری", "nature", ["operational"]),
        "half-spaces": ("حاکمیتی □ تصدی\u200cگری ■", "nature", ["operational"]),
        "arabic letters": ("☑ ملي ☐ استاني", "level", ["national"]),
        "printed explanation": ("اینترنتی (مانند درگاه دستگاه) ☑ پیام کوتاه ☐", "channels", ["website"]),
    },
)
def test_an_option_that_a_scan_damaged_is_still_known(text, group, values):
    assert decided(text, group) == (values, False)


@cases(
    "text",
    {"a governor": "استانداری", "nationality": "ملیت", "citizenship": "شهریور", "nothing": "", "prose": "همه افراد"},
)
def test_a_part_of_a_longer_word_is_no_option(text):
    assert decided(text, "level") == ([], False)


@cases(
    ("text", "group", "name", "said"),
    {
        "other behind a colon": ("☐ تقاضای گیرنده خدمت ☑ سایر: نامه وزارت", "start_trigger", "other", "نامه وزارت"),
        "other before its mark": ("تقاضای گیرنده خدمت ☐ سایر: نامه دستگاه ☑", "start_trigger", "other", "نامه دستگاه"),
        "a named date": ("☑ فرارسیدن زمانی مشخص: ابتدای مهر ☐ سایر", "start_trigger", "time", "ابتدای مهر"),
        "a named event": ("☑ رخداد رویدادی مشخص ... سیل", "start_trigger", "event", "سیل"),
        "an office like the counters": (
            "☑ عناوین مشابه دفاتر پیشخوان: دفتر قضایی",
            "channels",
            "counter_office_like",
            "دفتر قضایی",
        ),
        "event of life": ("☑ سایر (مهاجرت)", "life_events", "other", "(مهاجرت)"),
    },
)
def test_the_words_behind_an_option_are_kept(text, group, name, said):
    assert options.read([text], [group]).other_text[f"{group}.{name}"] == said


@cases(
    ("text", "values"),
    {
        "some of the printed": ("• خدمت به شهروندان (G2C)\n• خدمت به کسب و کار (G2B)", ["G2C", "G2B"]),
        "one": ("- خدمت به شهروندان", ["G2C"]),
    },
)
def test_bullets_before_a_part_of_the_options_list_an_answer(text, values):
    assert decided(text, "service_type") == (values, False)


def test_bullets_before_all_options_are_the_printed_list():
    text = "• خدمت به شهروندان\n• خدمت به کسب و کار\n• خدمت به دیگر دستگاه های دولتی"

    assert decided(text, "service_type") == UNDECIDED


@cases(
    ("text", "said"),
    {
        "behind its mark": ("تشخیص دستگاه ¨  سایر þ : نامه قاضی", {"start_trigger.other": "نامه قاضی"}),
        "of another mark": ("☐ سایر ☑ : نامه قاضی ☐ تشخیص دستگاه", {"start_trigger.other": "نامه قاضی"}),
        "no colon": ("تشخیص دستگاه ¨  سایر þ نامه", {}),
    },
)
def test_words_behind_the_mark_of_other_need_a_colon(text, said):
    assert options.read([text], ["start_trigger"]).other_text == said


@cases(
    "text", {"dots": "☑ سایر ............", "ellipsis": "☐ سایر …", "parentheses": "☐ سایر ( )", "nothing": "☑ سایر:"}
)
def test_dots_behind_other_say_nothing(text):
    assert options.read([text], ["life_events"]).other_text == {}


def test_a_heading_of_options_takes_no_mark_of_theirs():
    reading = options.read(["مراجعه به دستگاه: ☐ ملی ☑ استانی ☐ شهرستانی"], ["visit_levels", "printed"])

    assert reading.decide("visit_levels") == (["provincial"], False)


def test_a_mode_with_a_colon_heads_its_channels_where_the_marks_would_not_tell_their_side():
    text = "الکترونیکی: ☑ اینترنتی ☐ پست الکترونیک غیرالکترونیکی ☐ تلفن گویا"
    reading = options.read([text], ["mode", "channels"])

    assert reading.decide("channels") == (["website"], False)
    assert reading.of("mode") == {"electronic": None, "non_electronic": None}


def test_modes_with_a_colon_and_their_own_marks_head_nothing():
    reading = options.read(["الکترونیکی: ☑ غیرالکترونیکی: ☐"], ["mode", "channels"])

    assert reading.of("mode") == {"electronic": True, "non_electronic": False}


def test_two_groups_in_one_text_keep_to_themselves():
    reading = options.read(["☑ خدمت به شهروندان ☐ خدمت به کسب و کار ☐ حاکمیتی ☑ تصدی گری"], ["service_type", "nature"])

    assert reading.decide("service_type") == (["G2C"], False)
    assert reading.decide("nature") == (["operational"], False)


def test_a_tick_is_not_taken_back_by_an_empty_box_in_another_block():
    reading = options.read(["☑ ملی ☐ استانی", "☐ ملی ☑ استانی"], ["level"])

    assert reading.decide("level") == (["national", "provincial"], False)


def test_the_side_is_decided_in_each_block():
    reading = options.read(["☑ ملی ☐ استانی", "حاکمیتی ☑ تصدی گری ☐"], ["level", "nature"])

    assert (reading.decide("level"), reading.decide("nature")) == ((["national"], False), (["sovereign"], False))


def test_a_block_tells_each_option_it_saw_and_its_mark():
    reading = options.read(["☑ ملی ☐ استانی شهری"], ["level"])

    assert reading.of("level") == {"national": True, "provincial": False, "urban": None}


@given(st.text(max_size=80), st.sampled_from(list(OPTIONS)))
def test_no_text_is_too_odd(text, group):
    values, undecided = decided(text, group)

    assert set(values) <= set(OPTIONS[group])
    assert not (values and undecided)


def test_options_that_are_said_to_be_unclear_cannot_be_told():
    assert decided("☐ ملی ☐ استانی ☑ شهری در فرم روشن نیست", "level") == UNDECIDED
