"""Every page and tab that can be taken away. A new one is one function and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from graph.export import Exhibit
from views.changes import exhibit as changes
from views.data import exhibit as data
from views.elements import exhibit as elements
from views.evidence import exhibit as evidence
from views.fields import exhibit as fields
from views.funding import exhibit as money
from views.funding import renewal
from views.network.exhibit import network
from views.overview import exhibit as overview
from views.partners import exhibit as comparison
from views.roles import exhibit as roles
from views.time import exhibit as times
from views.topic import MakesExhibit
from views.view import View
from views.whatif import exhibit as whatif

_WHOLE_PAGE = ""  # in place of a tab

# name of the page in an address -> tab (`reiter`) -> its exhibit; the first tab is the default, as on the page
TABS: Mapping[str, Mapping[str, MakesExhibit]] = {
    "": {_WHOLE_PAGE: overview.status},
    "ueberblick": {_WHOLE_PAGE: overview.status},
    "netzwerk": {_WHOLE_PAGE: network},
    "verzeichnis": {_WHOLE_PAGE: elements.directory},
    "steckbrief": {_WHOLE_PAGE: elements.profile},
    "vergleich": {
        "gemeinsam": comparison.shared,
        "verbindung": comparison.connection,
        "partner": comparison.partners,
        "konsortium": comparison.covering,
        "selten": evidence.seldom_together,
    },
    "kompetenzfelder": {
        "felder": fields.fields_by_type,
        "zusammen": fields.working_together,
        "akteure": fields.actors_by_actor,
        "gremien": fields.overlapping,
    },
    "rollen": {
        "rang": roles.ranked,
        "streuung": roles.scattered,
        "bruecken": roles.brokering,
        "gruppen": roles.grouped,
        "ausfall": roles.falling_apart,
        "netz": roles.whole,
    },
    "foerderung": {
        "fluss": money.flowing,
        "balken": money.by_item,
        "tabelle": money.listed,
        "klippe": money.ending,
        "bleibt": renewal.remaining,
    },
    "zeitverlauf": {
        "projekte": times.timeline,
        "netz": times.year,
        "jahre": times.year_by_year,
        "entwicklung": times.development,
    },
    "veraenderungen": {
        "eintraege": changes.entries,
        "bild": changes.picture,
        "weitere": changes.others,
    },
    "was_waere_wenn": {_WHOLE_PAGE: whatif.what_if},
    "daten": {
        "quellen": data.sources,
        "offen": data.open_points,
        "belege": evidence.carrying,
        "abdeckung": data.covered,
        "eigene": data.contents,
        "spalten": data.columns,
        "methodik": data.methods,
    },
}

# tabs in which data are edited and changes undone: they show nothing to take away
EDITING: Mapping[str, tuple[str, ...]] = {"daten": ("bearbeiten", "aenderungen")}


# pages that compare with an earlier state of the data
COMPARING = frozenset({"veraenderungen"})


def _shown(tabs: Mapping[str, MakesExhibit], view: View) -> Exhibit:
    """Make the exhibit of the tab a view asks for; one that does not exist is the first, as on the page."""
    make = tabs.get(view.query.reiter) or next(iter(tabs.values()))
    return make(view)


# name of the page in an address -> what makes the exhibit of its views
EXHIBITS: Mapping[str, MakesExhibit] = {page: partial(_shown, tabs) for page, tabs in TABS.items()}
