"""Which machines may be asked: whoever fills in a card must not make this server knock on doors inside its house."""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

MayAsk = Callable[[str], bool]
_CARRYING_V4 = IPv6Network("64:ff9b::/96")  # NAT64: the last four bytes are the machine that is really asked
_UNICAST = IPv6Network("2000::/3")


def is_public(written: str) -> bool:
    """Of an IP address as the resolver gives it. What cannot be read is not public."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return False
    return _is_public_v4(address) if isinstance(address, IPv4Address) else _is_public_v6(address)


def _is_public_v4(address: IPv4Address) -> bool:
    """Multicast and what is kept for later count as global to Python."""
    return address.is_global and not any((address.is_multicast, address.is_reserved, address.is_unspecified))


def _is_public_v6(address: IPv6Address) -> bool:
    """An address that carries another one is as public as what it carries; tunnels lead nobody knows where."""
    if address.ipv4_mapped:
        return _is_public_v4(address.ipv4_mapped)
    if address in _CARRYING_V4:
        return _is_public_v4(IPv4Address(int(address) & 0xFFFFFFFF))
    return all((address in _UNICAST, address.is_global, address.sixtofour is None, address.teredo is None))
