"""The code lists of the form: one home, two languages, and the same words in the contract and in the columns."""

import re
from typing import get_args

import pytest

from khedmat.cards import columns, vocabulary
from khedmat.cards.enums import Severity, Stage, choices
from khedmat.cards.rules.rule import SEVERITIES
from khedmat.cards.vocabulary import VOCABULARY, label, labels, values

LITERALS = {
    "service_type": vocabulary.ServiceType,
    "nature": vocabulary.Nature,
    "level": vocabulary.Level,
    "life_event": vocabulary.LifeEvent,
    "start_trigger": vocabulary.StartTrigger,
    "period": vocabulary.Period,
    "duration_unit": vocabulary.DurationUnit,
    "duration_basis": vocabulary.DurationBasis,
    "stage": vocabulary.StageName,
    "channel": vocabulary.Channel,
    "visit_level": vocabulary.VisitLevel,
    "visit_reason": vocabulary.VisitReason,
    "exchange_mode": vocabulary.ExchangeMode,
    "paper_by": vocabulary.PaperBy,
    "permit_action": vocabulary.PermitAction,
    "applicant": vocabulary.Applicant,
    "permit_process": vocabulary.PermitProcess,
    "inquiry_kind": vocabulary.InquiryKind,
    "edition": vocabulary.Edition,
    "document_kind": vocabulary.DocumentKind,
}
COLUMNS = {
    "applicant": columns.APPLICANTS,
    "channel": columns.CHANNELS,
    "duration_basis": columns.DURATION_BASES,
    "duration_unit": columns.DURATION_UNITS,
    "edition": columns.EDITIONS,
    "exchange_mode": columns.EXCHANGE_MODES,
    "inquiry_kind": columns.INQUIRY_KINDS,
    "level": columns.LEVELS,
    "life_event": columns.LIFE_EVENTS,
    "nature": columns.NATURES,
    "paper_by": columns.PAPER_BY,
    "period": columns.PERIODS,
    "permit_action": columns.PERMIT_ACTIONS,
    "permit_process": columns.PERMIT_PROCESSES,
    "service_type": columns.SERVICE_TYPES,
    "stage": columns.STAGE_NAMES,
    "start_trigger": columns.START_TRIGGERS,
    "visit_level": columns.VISIT_LEVELS,
    "visit_reason": columns.VISIT_REASONS,
}


def test_every_list_has_its_type():
    assert set(LITERALS) == set(VOCABULARY)


@pytest.mark.parametrize("name", VOCABULARY)
def test_the_contract_takes_the_words_of_the_list_in_printed_order(name):
    assert get_args(LITERALS[name]) == values(name)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_offer_the_words_of_the_list(name):
    assert COLUMNS[name]() == choices(name) == [(value, VOCABULARY[name][value].fa) for value in values(name)]


@pytest.mark.parametrize("name", VOCABULARY)
def test_every_word_has_a_persian_and_an_english_label_of_its_own(name):
    said = list(VOCABULARY[name].values())

    assert all(re.search("[آ-ی]", one.fa) and re.search("[A-Za-z]", one.en) for one in said)
    assert len({one.fa for one in said}) == len({one.en for one in said}) == len(said)


@pytest.mark.parametrize("name", VOCABULARY)
def test_a_label_is_written_as_persian_is_written(name):
    for one in VOCABULARY[name].values():
        assert not re.search("[يكة٠-٩]|  |^ | $", one.fa), one.fa


@pytest.mark.parametrize("name", [name for name in VOCABULARY if "other" in VOCABULARY[name]])
def test_other_is_the_last_choice_of_its_list(name):
    assert values(name)[-1] == "other"


def test_labels_come_in_the_order_of_the_values():
    assert labels("level", ["rural", "national"]) == ["روستایی", "ملی"]
    assert labels("level", []) == []


@pytest.mark.parametrize(
    ("name", "value"), [("level", "galaxy"), ("levels", "rural"), ("", ""), ("nature", "Sovereign")]
)
def test_a_word_or_a_list_that_is_not_there_is_an_error(name, value):
    with pytest.raises(KeyError):
        label(name, value)


def test_findings_are_kept_in_the_severities_of_the_rules():
    assert tuple(Severity.values) == SEVERITIES


def test_stages_of_a_version_are_named_apart():
    assert len({str(stage.label) for stage in Stage}) == len(Stage) == 10
