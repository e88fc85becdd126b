"""Files made to harm their reader are refused with a finding: nothing is raised, and little is spent."""

import gzip
import io
import time
import zipfile

import pytest

from graph.intake.convert import convert


def zipped(**members):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


ENTITIES = b'<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
REFUSED = {
    "entities.graphml": (b'<?xml version="1.0"?>' + ENTITIES + b"<graphml>&b;</graphml>", "network-broken"),
    "external.gexf": (b'<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf>&x;</gexf>', "network-broken"),
    "many.graphml": (b"<graphml><graph>" + b'<node id="1"/>' * 800_000 + b"</graph></graphml>", "network-too-large"),
    "many.json": (b'{"nodes":[' + b'{"id":"1"},' * 500_000 + b'{}],"links":[]}', "network-too-large"),
    "deep.json": (b"[" * 1_000_000 + b"]" * 1_000_000, "network-broken"),
    "deep.gml": (b"graph [" * 100_000, "network-broken"),
    "open.gml": (b"graph [ node [ id " + b'"' * 100_000, "network-broken"),
    "two.gml": (b"graph [ node [ id 1 ] ]\ngraph [ node [ id 2 ] ]", "several-networks"),
    "huge.net": (b"*Vertices 1000000000 500000000\n", "network-too-large"),
    "number.net": (b"*Vertices many\n", "network-broken"),
    "huge.dl": (b"dl nr=1000000000 nc=1000000000\ndata:\n0 1\n", "network-too-large"),
    "huge.vna": (b"*node data\n" + b"a b\n" * 200_000, "network-too-large"),
    "long.dot": (b"digraph {" + b"a->" * 1_000_000 + b"b}", "network-too-large"),
    "hyper.graphml": (b"<graphml><graph><hyperedge/></graph></graphml>", "hypergraph"),
    "page.html": (b"<html><body></body></html>", "no-network"),
    "nothing.json": (b'{"nodes":1,"links":2}', "no-network"),
    "list.json": (b'{"graphs":[1]}', "network-broken"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(100), "no-table"),
    "paper.csv": (b"%PDF-1.7", "no-table"),
    "zeros.csv": (bytes(100_000), "undecodable"),
    "empty.csv": (b"", "empty-file"),
    "archive.zip": (zipped(inner=zipped(a="x")), "nested-archive"),
    "bomb.gz": (gzip.compress(bytes(60_000_000)), "archive-too-large"),
    "twice.gz": (gzip.compress(gzip.compress(b"a;b\n")), "nested-archive"),
    "cut.gz": (gzip.compress(b"abc" * 1_000)[:20], "archive-unreadable"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old-workbook"),
    "unclosed.csv": (b'Farbe;Gewicht\n"' + b"x;y\n" * 100_000, "not-recognised"),
    "wide.csv": (b";".join(b"c%d" % number for number in range(50_000)), "not-recognised"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_finding(name):
    content, code = REFUSED[name]
    started = time.process_time()
    translation = convert({name: content})

    assert code in [issue.code for issue in translation.issues]
    assert not translation.is_settled
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "content",
    [
        b'{"elements":[1,null,{"_id":[]}],"connections":[{"from":{}}]}',
        b'{"nodes":[{"id":NaN}],"edges":[{"source":1e999,"target":[[]]}]}',
        b'[{"nodes":[{"@id":1}]},{"edges":[{"s":1,"t":[2]}]},{"nodeAttributes":[{"po":{}}]}]',
        b"*Vertices 3\n1 2 3\n*Edges\n1 99999999999999999999\n",
        b"<graph><node/><edge/></graph>",
        b"dl n=2\nformat = edgelist1\ndata:\n1\n1 2 x y z\n",
    ],
    ids=range(6),
)
def test_what_is_odd_raises_nothing(content):
    convert({"netz": content})
