"""Tables under printed headers: which column is what."""

from collections.abc import Callable, Sequence

Roles = dict[int, str]  # place of the column → what stands in it


def role_in(letters: str, printed: Sequence[tuple[str, str]]) -> str | None:
    """The role of the first printed header that the letters of a cell hold."""
    return next((role for header, role in printed if header in letters), None)


def roles_of(cells: Sequence[str], role_of: Callable[[str], str | None]) -> Roles:
    """The cells that are headers."""
    return {place: role for place, role in enumerate(map(role_of, cells)) if role}


def by_role(roles: Roles, cells: Sequence[str]) -> dict[str, str]:
    """role → cell of one row; a row that ends early says nothing of its last columns."""
    return {role: cells[place] for place, role in roles.items() if place < len(cells)}
