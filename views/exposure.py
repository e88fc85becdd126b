"""Who can reach the server: without a login only people at this machine, unless the operator says otherwise.

Whoever is at this machine may do everything, so the app must not be found by others by accident; `serving.exposure`
turns them away.
"""

from __future__ import annotations

import os
from ipaddress import IPv6Address, ip_address

from store.people import Role
from views.language.words import LANGUAGES, words

VARIABLE = "AKTEURSNETZ_WITHOUT_LOGIN"
# what anyone who reaches the server may do when the operator lets them in without a login
_GRANTS = {"view": Role.VIEWER, "edit": Role.EDITOR}


class ExposedError(RuntimeError):
    """Raised when the server would let anyone in the network do everything."""


def role_without_login() -> Role:
    """Role of everybody when there is no login.

    Raises
    ------
    ExposedError
        When the setting says something else than it may.
    """
    setting = os.environ.get(VARIABLE, "")
    if setting and setting not in _GRANTS:
        raise ExposedError(words(LANGUAGES[0])("login.exposed.setting", name=VARIABLE, value=setting))
    return _GRANTS.get(setting, Role.ADMIN)


def is_this_machine(address: str) -> bool:
    """Whether only this machine can reach an address: ``127.0.0.1``, ``::1``, ``localhost``."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address == "localhost"
    return ((isinstance(ip, IPv6Address) and ip.ipv4_mapped) or ip).is_loopback
