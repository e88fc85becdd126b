"""The held-out check of the partner search, on four organisations."""

import gzip

from benchmarks.linkprediction import known_until, main, new_partners, quality, rankings, read

PARTICIPATIONS = """rcn,role,pic,type,start_year
1,participant,uni,HES,2016
1,participant,lab,REC,2016
2,participant,lab,REC,2017
2,participant,firm,PRC,2017
3,participant,uni,HES,2018
3,participant,firm,PRC,2018
4,participant,town,PUB,2016
5,participant,late,PRC,NA
"""
PARTS = "rcn,programme_part\n1,SC4\n2,SC4\n4,SC5\n"


def files(folder):
    for name, text in (("h2020_participations", PARTICIPATIONS), ("programme_parts", PARTS)):
        (folder / f"{name}.csv.gz").write_bytes(gzip.compress(text.encode()))
    return folder


def test_who_shares_a_partner_is_predicted_and_the_prediction_is_right(tmp_path):
    participations, parts = read(files(tmp_path))
    state = known_until(2017, participations, parts)
    new = new_partners(state, [p for p in participations if p.year == 2018])

    scores = rankings(state, "uni")["our score"]

    assert new == {"uni": {"firm"}, "firm": {"uni"}}
    assert max((o for o in scores if o not in ("uni", "lab")), key=scores.get) == "firm"
    assert quality(state, "uni", new["uni"], scores).auc == 1.0


def test_the_table_states_the_gain_over_common_partners(tmp_path, capsys):
    main(["--cordis", str(files(tmp_path))])

    printed = capsys.readouterr().out
    assert "Known until 2017: 4 organisations; asked for: 2" in printed
    assert "| common partners alone |" in printed
    assert "gain, 95 % interval" in printed


def test_without_the_files_the_check_is_left_out_with_a_sentence(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("AKTEURSNETZ_CORDIS", raising=False)
    main([])
    main(["--cordis", str(tmp_path)])

    assert capsys.readouterr().out.count("Partner search: left out, because the CORDIS files are not there") == 2
