"""U05: the address stands on the agency's own domain."""

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.addresses import FIELD, address
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Rule
from khedmat.organizations import directory


def _of_another_agency(document: Document) -> Said:
    card = card_of(document)
    host, mine = _host(card.url or ""), _provider(card)
    owner = _owner(host)
    if owner is None or mine is None:
        return None
    is_foreign = any((not directory.are_kin(owner, mine), _is_narrow(card, mine, host)))
    return said(is_foreign, host=host, owner=_named(owner, host), agency=card.executive_agency or card.parent_agency)


def _host(url: str) -> str:
    parts = address(url)
    return (parts.hostname or "") if parts else ""


def _owner(host: str) -> directory.Agency | None:
    return None if directory.is_shared(host) else directory.by_domain(host)


def _provider(card: Card) -> directory.Agency | None:
    """The agency of the card as far as the register knows it: itself, the one it is a unit of, or its parent."""
    names = filter(None, (card.executive_agency, card.parent_agency))
    return next(filter(None, map(directory.recognise, names)), None)


def _is_narrow(card: Card, mine: directory.Agency, host: str) -> bool:
    """One province's, where the provider is national: people elsewhere find nothing there."""
    is_whole = mine == directory.find(card.executive_agency or "")
    return all((is_whole, mine.scope == "national", directory.province_of_host(host)))


def _named(owner: directory.Agency, host: str) -> str:
    province = directory.province_of_host(host)
    return f"{owner.name}، استان {province}" if all((province, owner.scope == "national")) else owner.name


RULES = (
    Rule(
        id="U05",
        severity="A",
        fields=(FIELD, "card.executive_agency"),
        condition=once(FIELD, _of_another_agency),
        message="دامنهٔ «%(host)s» از آن «%(owner)s» است، ولی ارائه‌دهندهٔ خدمت «%(agency)s» نوشته شده است.",
        fix="نشانی را از دامنهٔ ارائه‌دهنده بدهید یا نام آن را درست کنید؛ برای خدمت ملی نشانی یک استان بس نیست.",
        example="ارائه‌دهنده: سازمان ملی · نشانی: زیردامنهٔ یک استان",
    ),
)
