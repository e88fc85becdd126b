"""A network to the tables of the contract: nodes become actors or projects, ties get a kind, nothing silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.intake.answers import Answers
from graph.intake.draft import Draft, RowOrigin, own_id
from graph.intake.header import assign
from graph.intake.networks.web import MOST_NODES, Edge, Node, UnreadableWebError, Web
from graph.intake.report import TranslationReport, left_out_names
from graph.intake.shapes.regional import OUTSIDE, kept_nodes
from graph.reading.check.links import FITTING
from graph.reading.codes import finding
from graph.reading.persons import is_personal
from graph.vocabulary import VOCABULARIES, Mode

ANYWHERE = Answers()  # nothing is cut
_WORDS: Mapping[str, Sequence[str]] = {
    "mode": ("mode", "bipartite", "node type", "knotenart", "modus"),
    "type": ("type", "element type", "typ", "akteurstyp", "kategorie", "category", "group"),
    "description": ("description", "beschreibung", "summary", "notes"),
    "location": ("location", "ort", "stadt", "city", "town", "place", "sitz"),
    "website": ("website", "webseite", "url", "homepage"),
    "aliases": ("aliases", "alias", "aliase"),
    "status": ("status",),
    "start": ("start", "beginn", "start date"),
    "end": ("end", "ende", "end date"),
    "kompetenzfelder": ("tags", "kompetenzfelder", "fields of competence"),
    "short_name": ("short_name", "short name", "kurzname", "acronym"),
    "name": ("name", "full name"),
}
_TIE_WORDS: Mapping[str, Sequence[str]] = {
    "kind": (
        "kind",
        "connection type",
        "art der beziehung",
        "beziehung",
        "beziehungsart",
        "art",
        "relation",
        "relationship",
    ),
    "other_kind": ("type", "typ", "label", "edge label", "class", "interaction", "klasse"),
    "start": ("start", "seit", "since", "beginn", "from date"),
    "end": ("end", "bis", "until", "ende"),
    "status": ("status",),
    "certainty": ("certainty", "sicherheit", "beleglage"),
    "amount_eur": ("amount eur", "amount_eur", "betrag", "betrag in euro"),
    "amount_basis": ("amount basis", "amount_basis", "betragsart"),
    "within": ("within", "im projekt", "within project"),
    "note": ("note", "description", "beschreibung", "hinweis", "anmerkung", "bemerkung"),
}
_LOOKS = re.compile(
    r"(?:x|y|z|r|g|b|size|width|height|colou?r|fill|shape|style|opacity|visibility|image.*|layout.*|polar.*|locked.*|"
    r"graphics|viz.*|pos|position|font.*|label.*|tooltip|dynamic filter|.*add your own.*|d[0-9]+|modularity.*|"
    r"polygon|rank|column_.*|timeset|color.*|.* color|reciprocated.*|"
    r".*(?:centrality|degree|pagerank|coefficient|ratio))",
    re.IGNORECASE,
)
_PROJECTS = frozenset({"project", "projekt", "projekte", "projects", "event", "1", "1.0", "vorhaben", "initiative"})
_DIRECTIONS = frozenset({"directed", "undirected", "mutual", "gerichtet", "ungerichtet", "none", "arcs"})
_MOST_COLUMNS = 30  # of a file that are kept beside those of the contract


@dataclass(slots=True)
class _Woven:
    """Nodes that are in the draft: their ids by key and modes by id; and ties whose kind had to be assumed."""

    ids: Mapping[str, str]
    modes: Mapping[str, Mode]
    assumed: Counter[str]


def weave(
    web: Web,
    file: str,
    draft: Draft,
    report: TranslationReport,
    *,
    modes: Mapping[str, Mode] | None = None,
    node_file: str = "",
    answers: Answers = ANYWHERE,
) -> None:
    """Add the nodes and ties of a network to a draft.

    Parameters
    ----------
    web
        The network.
    file
        Its file, for locators and findings.
    draft, report
        Get the rows, and what became of nodes and ties.
    modes
        Key -> mode of nodes, where the caller knows; by default a column says it, else a node is an actor.
    node_file
        File of the nodes, where it is another one.
    answers
        Where to cut.
    """
    web = _cut(web, file, draft, report, answers)
    if web.is_temporal:
        draft.issues.append(finding("dynamic-network", file))
    woven = _Woven(*_elements(web, node_file or file, draft, report, modes or {}), Counter())
    for number, edge in enumerate(web.edges, 1):
        place = RowOrigin(file, edge.line) if edge.line else RowOrigin(file, number, "Verbindung")
        reason = _tie(web, edge, place, draft, woven)
        report.ties.add(1, reason)
        report.rows.add(1, reason)
    for kind, count in sorted(woven.assumed.items()):
        draft.issues.append(finding("kind-assumed", file, value=str(count), hint=kind))
    if lost := report.ties.left_out["end-without-node"]:
        draft.issues.append(finding("end-without-node", file, value=str(lost)))


def _cut(web: Web, file: str, draft: Draft, report: TranslationReport, answers: Answers) -> Web:
    """Return the part of a network that is taken, and count the rest; all of it where it does not say where it is."""
    if answers.region is None:
        return web
    nodes = list(web.nodes) if web.declared else _with_ends(web)
    fields = _fields(nodes)
    places = {
        node.key: next((text for name, text in node.attributes.items() if fields.get(name) == "location"), "")
        for node in nodes
    }
    kept = kept_nodes(nodes, web.edges, places, answers)
    if kept is None:
        draft.issues.append(finding("region-unknown", file))
        return web
    left_out = [node for node in nodes if node.key not in kept]
    report.names.add(len(left_out), OUTSIDE)
    report.rows.add(len(left_out) if web.declared else 0, OUTSIDE)
    edges = [edge for edge in web.edges if kept >= {edge.start, edge.end}]
    for tally in (report.ties, report.rows):
        tally.add(len(web.edges) - len(edges), OUTSIDE)
    return replace(web, nodes=[node for node in nodes if node.key in kept], edges=edges)


def _fields(nodes: Sequence[Node]) -> dict[str, str]:
    """Return attribute -> column of the contract."""
    names = list(dict.fromkeys(name for node in nodes for name in node.attributes))
    return {names[place]: field for field, place in assign(names, _WORDS).items()}


def _elements(
    web: Web, file: str, draft: Draft, report: TranslationReport, modes: Mapping[str, Mode]
) -> tuple[dict[str, str], dict[str, Mode]]:
    """Add all nodes; return key -> id and id -> mode."""
    nodes = list(web.nodes) if web.declared else _with_ends(web)
    fields = _fields(nodes)
    further = _further(nodes, fields)
    ids: dict[str, str] = {}
    found: dict[str, Mode] = {}
    for node in nodes:
        if node.key in ids:
            continue
        cells = {fields[name]: text for name, text in node.attributes.items() if name in fields}
        mode = modes.get(node.key) or _mode(cells)
        label = cells.pop("name", "") or node.label or node.key
        own = _own_id(web, node, label, found)
        ids[node.key] = own
        found[own] = mode
        if web.declared:
            report.rows.add(1)
        extra = {further[name]: text for name, text in node.attributes.items() if name in further}
        row = {"id": own, "name": label, **_cells(cells, mode), **extra}
        draft.add(
            f"{mode}s", own, row, RowOrigin(file, node.line) if node.line else RowOrigin(file, len(ids), "Knoten")
        )
    actors = {key: "" for key, own in ids.items() if found[own] is Mode.ACTOR}
    report.names = report.names.plus(left_out_names(actors))
    return ids, found


def _with_ends(web: Web) -> list[Node]:
    """Return the nodes, with those that only ties name; raises when there are more than any region has."""
    known = {node.key: node for node in web.nodes}
    for edge in web.edges:
        for end in (edge.start, edge.end):
            if end:
                known.setdefault(end, Node(end, end, {}, edge.line))
    if len(known) > MOST_NODES:
        raise UnreadableWebError("network-too-large", str(MOST_NODES))
    return list(known.values())


def _mode(cells: dict[str, str]) -> Mode:
    stated = cells.pop("mode", "").casefold()
    if stated:
        return Mode.PROJECT if stated in _PROJECTS else Mode.ACTOR
    return Mode.PROJECT if cells.get("type", "").casefold() in (_PROJECTS - {"1", "1.0", "event"}) else Mode.ACTOR


def _own_id(web: Web, node: Node, label: str, taken: Mapping[str, Mode]) -> str:
    made = node.key if web.keeps_keys else own_id(label)
    if made in taken:
        made = own_id(label, node.key)
    return made if made not in taken else own_id(label, node.key, str(len(taken)))


def _cells(cells: Mapping[str, str], mode: Mode) -> dict[str, str]:
    """Return the cells under the columns of actors or projects."""
    kept = {
        name: text for name, text in cells.items() if mode is Mode.PROJECT or name not in ("status", "start", "end")
    }
    kind = kept.pop("type", "")
    if "kompetenzfelder" in kept:
        kept["kompetenzfelder"] = kept["kompetenzfelder"].replace("|", ";")
    if "." not in kept.get("website", ""):
        kept.pop("website", None)
    return {**kept, **({"kind" if mode is Mode.PROJECT else "type": kind} if kind else {})}


def _further(nodes: Sequence[Node], fields: Mapping[str, str]) -> dict[str, str]:
    """Return attribute -> column for what the contract does not know, looks and persons aside: what most nodes say."""
    said = Counter(name for node in nodes for name in node.attributes)
    kept = [name for name in said if name not in fields and not _LOOKS.fullmatch(name) and not is_personal(name)]
    most = sorted(filter(None, kept), key=lambda name: -said[name])[:_MOST_COLUMNS]
    return {name: f"x_{name}" if name.casefold() in ("id", "name") else name for name in most}


def _tie(web: Web, edge: Edge, place: RowOrigin, draft: Draft, woven: _Woven) -> str:
    """Add one tie; return why not, ``""`` when it was added."""
    start, end = woven.ids.get(edge.start, ""), woven.ids.get(edge.end, "")
    if not start or not end:
        return "end-without-node"
    if start == end:
        return "loop"
    names = list(edge.attributes)
    cells = {field: edge.attributes[names[place]] for field, place in assign(names, _TIE_WORDS).items()}
    directed = web.directed if edge.directed is None else edge.directed
    said = next(
        (text for name in ("kind", "other_kind") if (text := cells.pop(name, "")) and not _is_direction(text)), ""
    )
    for name in ("kind", "other_kind"):
        cells.pop(name, None)
    cells |= _within(cells.pop("within", ""), woven)
    start, end, kind = _kind(said, start, end, woven.modes, directed=directed)
    if not said or not _code(said):
        woven.assumed[kind] += 1
        if said and kind != said:
            cells["note"] = "; ".join(text for text in (said, cells.get("note", "")) if text)
    draft.tie(start, end, kind, place, **cells)
    return ""


def _within(said: str, woven: _Woven) -> dict[str, str]:
    """Return the project within which an amount is given, where a node of the network is meant by it."""
    project = woven.ids.get(said, "")
    return {"within": project} if project and woven.modes[project] is Mode.PROJECT else {}


def _is_direction(text: str) -> bool:
    return text.casefold() in _DIRECTIONS or text.replace(".", "").isdecimal()


def _code(said: str) -> str:
    words = VOCABULARIES["tie_kind"]
    word = " ".join(said.casefold().replace("_", " ").split())
    return words.get(said.casefold(), words.get(word, ""))


def _kind(said: str, start: str, end: str, modes: Mapping[str, Mode], *, directed: bool) -> tuple[str, str, str]:
    """Return ends and kind of a tie: what the file says where that fits, else what its direction suggests."""
    ends, turned = (modes[start], modes[end]), (modes[end], modes[start])
    code = _code(said)
    if code and ends in FITTING[code]:
        return start, end, code
    if code and turned in FITTING[code]:
        return end, start, code
    if ends == (Mode.PROJECT, Mode.ACTOR):
        return end, start, "partner"
    if ends == (Mode.ACTOR, Mode.PROJECT):
        return start, end, "partner"
    return start, end, "related_to" if directed or (said and not code) else "cooperates_with"
