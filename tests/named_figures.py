"""Which number in words is which figure: names that are compared everywhere, and numbers of one view alone.

Every number in a title, sentence, remark, figure or caption of a view of all data belongs to one of both, so that no
new sentence says a figure without being compared.
"""

import re
from collections import defaultdict

# What is one figure of all data, and the words by which titles, sentences, remarks, captions and figures say it
ONE_FIGURE = {
    "actors": (
        r"Erfasst sind {n} Akteure?\b",
        r"Das Netz hat {n} Akteure?\b",
        r"(?:{groups}): {n} Akteure?\b",
        r"^{n} Akteure?(?: gefunden\.)?$",
        r"^Akteure(?: \(actors\.csv\))?: {n}\b",
        r"^Zu sehen (?:sind|ist) {n} Akteure?, (?:[0-9.]+ Kooperation|[0-9.]+ Projekte, [0-9.]+ Verbindung\w* und)",
    ),
    "projects": (
        r"Akteure? und {n} Projekte?\b",
        r"{n} Projekte? in zeitlicher",
        r"^{n} Projekte?(?: gefunden\.)?$",
        r"^Projekte(?: \(projects\.csv\))?: {n}\b",
        r"Akteure, {n} Projekte und [0-9.]+ Verbindungen aller Art",
        r"^Zu sehen sind [0-9.]+ Akteure, {n} Projekte, [0-9.]+ Verbindungen und",
    ),
    "ongoing projects": (r"Projekte?, {n} davon (?:laufen|läuft) derzeit",),
    "projects without a date": (r"{n} Projekte? ohne Datum steh",),
    "ties": (r"{n} Verbindung(?:en)? aller Art", r"^Verbindungen \(links\.csv\): {n}\b"),
    "lines of actors and projects": (r"^Zu sehen sind [0-9.]+ Akteure, [0-9.]+ Projekte, {n} Verbindungen und",),
    "cooperations": (
        r"Zwischen den Akteuren (?:bestehen|besteht) {n} Kooperation(?:en)?\.",
        r"Von {n} Kooperationen bestehen",
        r"und {n} Kooperation(?:en)?, das sind",
        r"{n} Paare? von Akteuren arbeite",
        r"^{n} Paare? mit (?:ihren|seinen) gemeinsamen Projekten",
        r"^Kooperationen: {n}\b",
        r"^Zu sehen sind [0-9.]+ Akteure,? (?:und )?{n} Kooperation",
    ),
    "uncertain cooperations": (r"^Kooperationen: [0-9.]+ \({n} davon unsicher",),
    "actors without a partner": (
        r"{n} davon ohne erfasste Kooperation",
        r"{n} (?:hat|haben) nach den erfassten Daten keinen Partner",
        r"{n} Akteure? ohne erfasste Kooperation",
        r"{n} Akteure? (?:steht|stehen) allein\.",
        r"Kooperationen und {n} ohne Verbindung",
    ),
    "cooperations with a date": (r"Von {n} Kooperationen in diesen Jahren bestehen",),
    "cooperations without a date": (r"{n} Kooperation(?:en)? ohne Datum",),
    "carried by one project": (r"{n} (?:davon )?nur durch",),
    "carried by one project, stated too": (r"{n} (?:davon (?:ist|sind) )?auch eigens genannt",),
    "members of the project that carries": (r"\({n} Beteiligte[;)]",),
    "cooperations of the last year": (
        r"^[0-9]{4}: {n} Kooperation",
        r"besteh\w+ nach den erfassten Daten {n} Kooperation",
        r"auf {n} \([0-9]{4}\)$",
        r"^{n} Kooperation(?:en)? im Jahr [0-9]{4}",
    ),
    "cooperations that ended before the last year": (r", dazu {n} beendete$", r"fortgesetzt, {n} beendet\.$"),
    "actors of the last year": (r"Kooperation(?:en)? zwischen {n} Akteuren",),
    "fundings": (
        r"aus (?:[0-9.]+ von|allen) {n} Förderung",
        r"^{n} Förderung(?:en)? hinter der Auswahl",
        r"\d von {n} Förderungen ist",
        r"Verbindungen für {n} Förderungen",
    ),
    "fundings that count": (r"aus {n} von [0-9.]+ Förderung", r"Förderung aus {n} Förderung"),
    "lines without an amount that counts": (r"Im Bild (?:sind|ist) das {n} Linien?",),
    "fundings without an amount that counts": (r"Bei {n} von [0-9.]+ Förderungen ist kein zählbarer",),
    "amounts not recorded": (
        r"{n} Betr(?:ag|äge) nicht erfasst",
        r"^Nicht in der Summe: Betrag nicht erfasst \({n} Förderung",
    ),
    "amounts that do not count": (r", {n} (?:zählt|zählen) nicht mit\)?$",),
    "funded projects": (r"Bei [0-9.]+ von {n} geförderten Projekten",),
    "funded projects without an amount that counts": (r"Bei {n} von [0-9.]+ geförderten Projekten",),
    "known funding": (r"^{n} bekannte Förderung", r"von {n}\)", r"^Bekannte Fördersumme: {n}"),
    "known funding to the cent": (r"(?:Fluss|Zeilen) {n} = Tabelle", r" = Tabelle {n}"),
    "funding without a field": (r"davon nicht zuordenbar: Kompetenzfeld {n}",),
    "projects without a field": (r"{n} davon ohne Kompetenzfeld", r"{n} Projekte? (?:ist|sind) keinem Kompetenzfeld"),
    "combinations of field and type": (r"In [0-9.]+ von {n} Kombinationen",),
    "combinations where nobody is": (r"In {n} von [0-9.]+ Kombinationen",),
    "groups in the network": (r"Das Netz bildet {n} Gruppen?", r"^{n} Gruppen?, verglichen", r"^{n} Gruppen? im Netz"),
    "places": (r"^{n} Orte? auf der Karte", r"^{n} Orte?(?: und 1 Gruppe|:)"),
    "actors off the map": (r"{n} Akteure? steh\w+ nicht auf der Karte", r"^{n} Akteure?, .* nicht auf der Karte"),
    "committees": (r"^{n} Gremi\w+ (?:und|oder) Netzwerke? mit", r"^{n} Netzwerke und Gremien haben"),
    "pairs of committees": (r"{n} Paare? (?:von Gremien|davon) teil",),
    "pairs that seldom work together": (r"^{n} Paare arbeiten auffällig", r"^{n} Paare, die auffällig selten"),
    "sources": (
        r"aus {n} Quellen?\b",
        r"{n} Quellen? (?:belegen|belegt) die Daten",
        r"^{n} Quellen?; (?:ein|der) Titel",
        r"beruhen auf {n} Quelle",
        r"^{n} Quellen? und was auf",
        r"^Quellen \(sources\.csv\): {n}\b",
    ),
    "sources on which a main statement hangs": (r"^An {n} Quellen hängt", r"^{n} Quellen, an denen"),
    "open points": (r"^{n} offene Punkte", r"^{n} Angaben? (?:ist|sind) unsicher"),
    "partners of the best connected": (r"Bei „Zahl der Partner“ liegt .* vorn \({n}\)",),
    "partnerships that ended": (r"^Von {n} Partnerschaften aus geförderten",),
    "partnerships renewed": (r"die beendet sind, haben {n} \(", r"geblieben: [0-9]+ von {n},", r"^{n} Partnerschaften"),
    "entries new since the state": (r"\b{n} neu erfasst",),
    "entries changed since the state": (r"\b{n} geändert",),
    "entries ended since the state": (r"(?:erfasst|geändert), {n} beendet", r"^{n} beendet$"),
    "ties since the state": (r"^{n} Verbindung\w* (?:ist|sind) hinzu",),
}  # fmt: skip
IN_EUROS = {"known funding", "known funding to the cent", "funding without a field"}
KINDS = r"[0-9]+ (?:Kompetenzfeld|Akteurstyp|Ort|Kreis|Gruppe)[^:]*|Alle Gruppen sind geöffnet"
DIGITS, EUROS = r"([0-9][0-9.]*)", r"([0-9][0-9.,]*\s(?:Mio\.\s|Tsd\.\s)?€)"

# Numbers that belong to one view alone, to what it names beside them, or are none of these data
OF_ITS_VIEW = (
    r"^(?:Projekte|Euro) je Feld und Akteurstyp: .*|^[0-9]+ Kooperation\w* begann\w* [0-9]{4}",
    r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}|\([0-9]{4}\)|\b(?:19|20)[0-9]{2}\b",  # days and years
    r"CC BY 4\.0|BKG 2017|OpenStreetMap|WCAG 2\.2|95-%-Bereich|\(Fundstelle [^)]*\)",
    r"[0-9.]+ weiteren?\b",  # of a list that is cut
    r"[0-9]+(?:,[0-9]+)?\s%",  # shares: their tables are compared
    r"Herfindahl-Index [0-9],[0-9]+|rund [0-9]+ gleich großen|die drei größten von [0-9]+",
    r"\((?:vorn|[0-9],[0-9]+; höchstens 1)\)|0 bis 100 Punkte|in mehr als [0-9]+ Netzwerken",
    r"[0-9.]+ Elemente? im Bild|[0-9.]+ Elemente passen nicht|und [0-9.]+ ohne Verbindung",
    r"^[0-9.]+ Kooperation(?:en)? im Bild mit gemeinsamen Projekten",  # not those that are only stated
    r"^[0-9]+ (?:Kompetenzfeld|Akteurstyp|Kreis)\w*(?= und 1 Gruppe|, davon|:)| und 1 Gruppe (?:ohne|von|für [0-9]+)",
    r"^[0-9]+ Kreise? auf der Karte|, davon [0-9]+ offen",
    r"^[0-9.]+ Akteure? haben [0-9.]+ Kooperation\w* miteinander|nicht gezeigt (?:sind|ist) [0-9.]+ Akteure?",
    r"^[0-9.]+ Akteure? gehör\w+ in diesem Sinn|^[0-9.]+ Akteure? sind in mehr",
    r"\((?:je )?[0-9.]+ (?:Akteure?|Projekte?|Paare?[^)]*|Förderungen?[^)]*)\)",
    r"[0-9.]+ Akteure? lassen sich nicht eindeutig|Zum Kern gehör\w+ [0-9]+ Akteure?|Um [0-9]+ Pl[aä]tze? im Kern",
    r"verglichen über 20 Durchläufe|An [0-9]+ Akteur\w* hängen",
    r"hängen (?:andere )?an [0-9]+ (?:einzelnen )?Akteur\w*|zu [0-9]+ Verbindung\w* keinen",
    r"verlier\w+ [0-9]+ Akteure?|[0-9]+ Akteure? verlier\w+|[0-9]+ Projekte? verlier\w+|[0-9]+ Kooperation\w* fallen",
    r"[0-9.,]+\s(?:Mio\.\s|Tsd\.\s)?€ (?:bekannte|bewilligte) Förderung",
    r"Förderung von [0-9.,]+\s(?:Tsd\.\s|Mio\.\s)?€ entf|entf\w+ auf [^:]+: (?:je )?[0-9.,]+\s(?:Mio|Tsd|€)",
    r"Empfänger [0-9.,]+\s€|Jahr [0-9.,]+\s€|Projekt(?: oder Empfänger)? [0-9.,]+\s€|^[0-9.]+ weitere Förder",
    r"daran hängen [0-9]+ Akteure?, [0-9]+ Beteiligung|[0-9]+ (?:Akteure?|Kooperation\w*) (?:haben|hat|bleib\w+) ",
    r"Bei [0-9]+ (?:davon|weiteren? Projekt|geförderten Projekt)",
    r"^[0-9]+ Förderung\w* ende|^[0-9]+ Kooperation\w* ohne gef",
    r"ungefördert geblieben: [0-9]+|Von [0-9]+ Partnerschaften ist",
    r"^[0-9]+ Projekte?(?: mit Datum)?, |[0-9]+ Gruppen? (?:ist|sind)",
    r"nicht zugesagt \([0-9]+ Förder[^)]*\)|liegen [0-9]+ Akteure gleichauf vorn|[0-9]+ neu, ",
    r"\([0-9]+\)|^Von [0-9]+ Kooperation|am wenigsten|die meisten \([0-9]+\)|in 24 Monaten|[;,] [0-9]+ fortgesetzt",
    r"^(?:Termine|Kennungen) \(\w+\.csv\): [0-9]+|hat 0 bis 100|Am meisten fehlen .*: [0-9]+ Paare",
    r"Zu sehen (?:ist|sind) [0-9.]+ Akteure?, [0-9.]+ Projekte? und [0-9.]+ Verbindung",  # who funds whom
)  # fmt: skip


def patterns_of(name):
    """Patterns of a figure, its number as the only group."""
    number = EUROS if name in IN_EUROS else DIGITS
    return [re.compile(each.replace("{n}", number).replace("{groups}", KINDS)) for each in ONE_FIGURE[name]]


PATTERNS = {name: patterns_of(name) for name in ONE_FIGURE}


def said_as(said, name):
    """Every value a figure is said to have, with where it is said.

    Parameters
    ----------
    said
        Texts by the link of the view that says them.
    name
        Key of `ONE_FIGURE`.
    """
    found = defaultdict(set)
    for link, texts in said.items():
        for text in texts:
            for value in (value for each in PATTERNS[name] for value in each.findall(text)):
                found[" ".join(value.split())].add(link)
    return found


def unnamed_numbers(text):
    """Return what is left of a text with numbers in it when all are taken out that have a name; ``""`` for none."""
    spans = [found.span() for known in PATTERNS.values() for each in known for found in each.finditer(text)]
    spans += [found.span() for each in OF_ITS_VIEW for found in re.finditer(each, text)]
    known = {place for begin, end in spans for place in range(begin, end)}
    left = [number for number in re.finditer(r"(?<![\w–-])[0-9]+", text) if number.start() not in known]
    return text if left else ""
