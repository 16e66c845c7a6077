"""H: counter offices work by contract; its number belongs on the card."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import stage_label
from khedmat.cards.rules.reading import blank, doubtful, stages_of
from khedmat.cards.rules.rule import Breach, Rule, at


def _no_contract(document: Document) -> Iterator[Breach]:
    for path, stage in stages_of(document):
        is_ticked = "counter_office" in stage.channels and not doubtful(document, f"{path}.channels")
        if is_ticked and blank(stage.counter_contract):
            yield at(f"card.{path}.counter_contract", stage=stage_label(path))


RULES = (
    Rule(
        id="H01",
        severity="B",
        fields=("card.stages.*.counter_contract",),
        condition=_no_contract,
        message="در %(stage)s «دفاتر پیشخوان» تیک دارد ولی شمارهٔ قرارداد واگذاری نوشته نشده است.",
        fix="شمارهٔ قرارداد واگذاری خدمت به دفاتر پیشخوان را بنویسید.",
        example="☑ دفاتر پیشخوان · شمارهٔ قرارداد: (خالی)",
    ),
)
