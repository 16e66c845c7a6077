"""U05: the address stands on the agency's own domain."""

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.addresses import FIELD, address
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Rule
from khedmat.organizations import directory


def _of_another_agency(document: Document) -> Said:
    card = card_of(document)
    parts = address(card.url or "")
    host = (parts.hostname if parts else None) or ""
    owner, mine = directory.by_domain(host), _provider(card)
    if owner is None or mine is None or directory.is_shared(host):
        return None
    agency = card.executive_agency or card.parent_agency
    return said(_is_foreign(card, owner, host), host=host, owner=_owner_of(host, owner), agency=agency)


def _provider(card: Card) -> directory.Agency | None:
    """The agency of the card as far as the register knows it: itself, the one it is a unit of, or its parent."""
    names = filter(None, (card.executive_agency, card.parent_agency))
    return next(filter(None, (directory.find(name) or directory.national_of(name) for name in names)), None)


def _is_foreign(card: Card, owner: directory.Agency, host: str) -> bool:
    """Another agency's, or one province's where the provider is national: people elsewhere find nothing there."""
    mine = _provider(card)
    is_whole = mine == directory.find(card.executive_agency or "")
    is_narrow = all((is_whole, mine and mine.scope == "national", directory.province_of_host(host)))
    return is_narrow or not (mine and directory.are_kin(owner, mine))


def _owner_of(host: str, owner: directory.Agency) -> str:
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
