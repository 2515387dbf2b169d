"""Answers of the named queries, compared with what was read from the tables by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import pandas as pd

    from comity.knowledge import KnowledgeGraph


def column(frame: pd.DataFrame, key: str, value: str) -> dict[str, object]:
    """Return one column by another; a key that stands twice would be lost, so it must not."""
    assert frame[key].is_unique
    return dict(zip(frame[key], frame[value], strict=True))


def test_1_signatories_on_a_day(kg: KnowledgeGraph) -> None:
    found = kg.ask("signatories-on", day="2020-12-31", ids=True)
    first = ["aus", "can", "ita", "jpn", "lux", "are", "gbr", "usa", "ukr"]
    assert found["actor"].tolist() == [f"nation/{code}" for code in first]
    assert found["order"].tolist() == [str(place) for place in range(1, 10)]
    assert set(found["status"]) == {"signed"}
    assert found.equals(kg.as_of("2020-12-31").ask("signatories-on", ids=True))
    counted = kg.ask("artemis-signatories")["order"].str.partition("-")[0].astype(int)
    assert counted.is_monotonic_increasing
    moon = kg.ask("signatories-on", accord="accord/moon-agreement", ids=True)
    statuses = column(moon, "actor", "status")
    assert statuses["nation/fra"] == statuses["nation/ind"] == "signed, not ratified"


def test_2_states_tied_to_both_coalitions(kg: KnowledgeGraph) -> None:
    ties = kg.ask("coalition-ties", as_of="2026-06-30", ids=True)
    expected = {f"nation/{code}" for code in ("are", "che", "omn", "pan", "sen", "tha", "usa")}
    assert set(ties["nation"]) >= expected
    thai = ties[(ties["nation"] == "nation/tha") & (ties["through"] == "the state")]
    assert list(zip(thai["coalition"], thai["instrument"], thai["since"], strict=True)) == [
        ("Artemis", "signatory of", "2024-12-16"),
        ("ILRS", "memorandum between ministry and agency", "2024-04-05"),
    ]
    american = ties[(ties["nation"] == "nation/usa") & (ties["coalition"] == "ILRS")]
    assert american["through"].tolist() == ["International Lunar Observatory Association"]


def test_3_is_it_true(kg: KnowledgeGraph) -> None:
    said = kg.ask("is-it-true", actor="nation/tur", body="organisation/ilrs", ids=True)
    verdicts = dict(zip(said["claim"], said["verdict"], strict=True))
    assert verdicts["claim/tur-member-of-ilrs"] == "disputed"
    assert verdicts["claim/tur-member-of-ilrs-2"] == "disputed"
    speakers = said.loc[said["claim"] == "claim/tur-member-of-ilrs", "speaker"]
    assert any("Roscosmos, in TASS" in speaker for speaker in speakers)


def test_4_rules_toward_an_actor(kg: KnowledgeGraph) -> None:
    rules = kg.ask("rules-toward", as_of="2016-01-01", ids=True).set_index("rule")
    assert {"restriction/itar", "restriction/ear", "restriction/wolf-amendment"} <= set(rules.index)
    assert "restriction/nasa-chinese-nationals-ban-2025" not in rules.index
    assert "restriction/nasa-foreign-access-moratorium-2013" not in rules.index  # over by then
    wolf = rules.loc["restriction/wolf-amendment"]
    assert wolf["since"] == "2011-04-15"
    assert "National Aeronautics and Space Administration" in wolf["binds"]
    assert "visit to a facility" in wolf["activities"]
    assert wolf["exceptions"] == "US-China Civil Space Dialogue"  # the one of 2023 is yet to come
    assert rules.loc["restriction/ear"]["exceptions"] == "none"


def test_5_who_did_what_on_foreign_instruments(kg: KnowledgeGraph) -> None:
    parts = kg.ask("instrument-roles", mission="mission/exomars-tgo", ids=True)
    assert set(parts["instrument"]) >= {
        "instrument/acs",
        "instrument/cassis",
        "instrument/frend",
        "instrument/nomad",
    }
    did = set(zip(parts["instrument"], parts["part"], parts["actor"], strict=True))
    assert ("instrument/acs", "leads", "institution/iki") in did
    assert ("instrument/acs", "sponsors", "agency/roscosmos") in did
    assert ("instrument/cassis", "leads", "institution/university-of-bern") in did
    assert set(parts["outcome"]) == {"launch 2016-03-14"}


def test_6_treaties_of_the_signatories(kg: KnowledgeGraph) -> None:
    treaties = kg.ask("treaties-of-signatories", as_of="2026-06-30", ids=True)
    moon = treaties[treaties["moon"] != ""]
    codes = ["arm", "aus", "aut", "bel", "chl", "mex", "nld", "per", "phl", "ury"]
    assert moon["nation"].tolist() == [f"nation/{code}" for code in codes]
    counts = {name: int((treaties[name] != "").sum()) for name in ("outer_space", "liability")}
    assert counts == {"outer_space": 60, "liability": 57}
    assert treaties.set_index("nation").loc["nation/usa", "outer_space"] == "1967"
    earlier = kg.ask("treaties-of-signatories", as_of="2023-06-30", ids=True)
    assert earlier.set_index("nation").loc["nation/mex", "moon"] == "1991"


def test_7_signatures_and_parties_by_year(kg: KnowledgeGraph) -> None:
    artemis = column(kg.ask("signatures-by-year", last="2024"), "year", "signatures")
    assert artemis == {2020: 9, 2021: 14, 2022: 23, 2023: 33, 2024: 52}
    moon = kg.ask("signatures-by-year", accord="accord/moon-agreement")
    parties = column(moon, "year", "parties")
    assert (parties[1984], parties[2023], parties[2024]) == (5, 18, 17)
    assert sorted(parties) == list(range(1980, 2027))


def test_8_withdrawals_and_what_never_came(kg: KnowledgeGraph) -> None:
    found = kg.ask("ended-or-never", ids=True)
    rows = set(zip(found["what"], found["actor"], found["object"], strict=True))
    assert rows >= {
        ("withdrew", "nation/sau", "accord/moon-agreement"),
        ("withdrew", "agency/esa", "programme/luna-glob"),
        ("declined", "nation/ind", "accord/da-asat-test-moratorium"),
        ("never ratified", "nation/fra", "accord/moon-agreement"),
        ("never ratified", "nation/irn", "accord/outer-space-treaty"),
    }
    assert ("never ratified", "nation/usa", "accord/outer-space-treaty") not in rows


def test_9_cooperating_pairs_by_year(kg: KnowledgeGraph) -> None:
    found = kg.ask("dyads-by-year", first="1975", last="1975", ids=True)
    rows = set(zip(found["kind"], found["one"], found["other"], strict=True))
    assert rows >= {
        ("cooperation", "nation/aus", "nation/usa"),
        ("cooperation", "nation/ind", "nation/sun"),
        ("cooperation", "nation/sun", "nation/usa"),
        ("contribution", "nation/sun", "nation/usa"),
    }
    later = kg.ask("dyads-by-year", first="1993", last="1993", ids=True)
    assert ("nation/ind", "nation/fra") not in set(zip(later["one"], later["other"], strict=True))
    assert ("nation/fra", "nation/ind") in set(zip(later["one"], later["other"], strict=True))


def test_10_states_between_the_coalitions(kg: KnowledgeGraph) -> None:
    found = kg.ask("between-blocs", year="2024", ids=True).set_index("nation")
    assert found.loc["nation/bra", "belongs_to"] == "Artemis"
    assert found.loc["nation/bra", "artemis_partners"] >= 1  # the United States
    assert found.loc["nation/chn", "belongs_to"] == "ILRS"
    assert found.loc["nation/nor", "belongs_to"] == "neither"  # it signed in May 2025
    assert kg.ask("between-blocs", year="2019").empty


def test_11_cooperation_across_the_coalitions(kg: KnowledgeGraph) -> None:
    found = kg.ask("across-coalitions")
    assert list(dict.fromkeys(found["period"])) == ["before 2011", "2011 to 2021", "2022 on"]
    ties = found[found["kind"] == "cooperation"].set_index("period")
    # United Arab Emirates, Brazil and the United States with China, the United States with Russia
    assert ties.loc["2022 on", "ties"] >= 4
    assert ties.loc["2022 on", "pairs"] >= 4
    assert ties.loc["before 2011", "ties"] > ties.loc["2022 on", "ties"]


def test_12_first_shared_missions(kg: KnowledgeGraph) -> None:
    found = kg.ask("first-shared-missions", ids=True)
    firsts = dict(
        zip(
            zip(found["one"], found["other"], strict=True),
            zip(found["mission"], found["launch"], strict=True),
            strict=True,
        )
    )
    assert firsts["nation/che", "nation/usa"] == ("mission/apollo-11", "1969-07-16")
    assert firsts["nation/sun", "nation/usa"] == ("mission/apollo-soyuz", "1975-07-15")
    assert firsts["nation/csk", "nation/sun"] == ("mission/soyuz-28", "1978-03-02")
    assert firsts["nation/chn", "nation/rus"] == ("mission/phobos-grunt", "2011-11-08")


def test_13_votes_of_the_coalitions(kg: KnowledgeGraph) -> None:
    found = kg.ask("coalition-votes", year="2023", ids=True)
    rows = {
        (resolution, coalition): (yes, no, neither)
        for resolution, coalition, yes, no, neither in zip(
            found["resolution"],
            found["coalition"],
            found["for"],
            found["against"],
            found["abstained"],
            strict=True,
        )
    }
    norms = "accord/unga-res-78-20"
    assert rows[norms, "Artemis"] == (32, 0, 1)
    assert rows[norms, "ILRS"] == (4, 3, 1)
    assert rows["accord/unga-res-78-21", "Artemis"] == (13, 20, 0)
    broke = found[(found["resolution"] == norms) & (found["coalition"] == "Artemis")]
    assert broke["broke_ranks"].tolist() == ["India"]
    ilrs = found[(found["resolution"] == norms) & (found["coalition"] == "ILRS")]
    assert ilrs["broke_ranks"].tolist() == ["Belarus, China, Pakistan, Russia"]


def test_14_agencies_with_agreements_on_both_sides(kg: KnowledgeGraph) -> None:
    found = kg.ask("agencies-with-both", ids=True)
    agencies = {"agency/esa", "agency/isro", "agency/asi", "agency/mbrsc"}
    assert set(found["agency"]) >= agencies
    rows = set(zip(found["agency"], found["with"], found["agreement"], strict=True))
    assert ("agency/isro", "NASA", "accord/nasa-isro-nisar-2014") in rows
    assert ("agency/isro", "Roscosmos", "accord/india-russia-gaganyaan-2018") in rows
    assert ("agency/mbrsc", "CNSA", "accord/uae-china-rashid2-mou-2022") in rows
    assert not {"agency/suparco", "agency/jaxa"} & set(found["agency"])


def test_15_what_changed_between_two_days(kg: KnowledgeGraph) -> None:
    values = {"from": "2024-11-30", "to": "2024-12-31"}
    found = kg.ask("changes-between", ids=True, **values)
    joined = found[(found["object"] == "accord/artemis-accords") & (found["change"] == "began")]
    codes = ["aut", "pan", "tha", "lie"]
    assert joined["subject"].tolist() == [f"nation/{code}" for code in codes]
    rows = set(zip(found["subject"], found["object"], strict=True))
    assert {("nation/usa", "nation/chn"), ("agency/isro", "agency/esa")} <= rows
    ended = kg.ask("changes-between", ids=True, **{"from": "2024-01-01", "to": "2024-01-31"})
    over = ended[ended["change"] == "ended"]
    assert ("nation/sau", "accord/moon-agreement") in set(
        zip(over["subject"], over["object"], strict=True)
    )


def test_16_accords_by_provision(kg: KnowledgeGraph) -> None:
    zones = kg.ask("accords-by-provision", provision="safety-zones", ids=True)
    assert zones["accord"].tolist() == ["accord/artemis-accords"]
    assert zones["where"].tolist() == ["Section 11"]
    disputes = kg.ask("accords-by-provision", provision="dispute-settlement", ids=True)
    assert column(disputes, "accord", "where") == {
        "accord/liability-convention": "Articles XIV to XX",
        "accord/esa-convention": "Article XVII",
        "accord/moon-agreement": "Article 15(3)",
        "accord/iss-iga-1998": "Article 23(4)",
    }
    rescue = kg.ask("accords-by-provision", accord="accord/rescue-agreement")
    assert set(rescue["provision"]) == {
        "emergency assistance",
        "return of astronauts and objects",
        "open accession",
        "withdrawal",
    }


def test_16_provisions_on_a_day(kg: KnowledgeGraph) -> None:
    asked = {"accord": "accord/artemis-accords", "provision": "interoperability"}
    first = kg.ask("accords-by-provision", as_of="2020-10-13", **asked)
    assert first["signatories"].tolist() == [8]
    assert kg.ask("accords-by-provision", as_of="2020-10-12", **asked).empty
    moon = {"accord": "accord/moon-agreement", "provision": "common-heritage"}
    before = kg.ask("accords-by-provision", as_of="2023-12-31", **moon)
    after = kg.ask("accords-by-provision", as_of="2024-12-31", **moon)
    assert (before["parties"].tolist(), after["parties"].tolist()) == ([18], [17])
    assert before["entered_into_force"].astype(str).tolist() == ["1984-07-11"]


def test_16_everything_that_is_coded(kg: KnowledgeGraph) -> None:
    found = kg.ask("accords-by-provision", ids=True)
    assert not found.duplicated(["accord", "provision"]).any()
    assert found["accord"].nunique() >= 12
    assert found["where"].notna().all()


def test_16_two_accords_side_by_side(kg: KnowledgeGraph) -> None:
    found = kg.ask("provisions-compared").set_index("provision")
    zones, samples = found.loc["safety zones"], found.loc["sample sharing"]
    assert (zones["one"], zones["one_where"]) == ("provides for", "Section 11")
    assert zones["other"] == "is silent on"
    assert (samples["other"], samples["other_where"]) == ("provides for", "Article 6(2)")
    assert samples.isna()["one"]  # neither said nor denied: the Accords were not read as a whole
    swapped = kg.ask(
        "provisions-compared", one="accord/moon-agreement", other="accord/artemis-accords"
    ).set_index("provision")
    assert swapped.loc["safety zones", "one"] == "is silent on"


def test_16_accords_by_field(kg: KnowledgeGraph) -> None:
    found = kg.ask("accords-by-field", words="lunar", ids=True).set_index("accord")
    assert found.loc["accord/ilrs-mou-2021", "signatories"] == 2
    assert found.loc["accord/egypt-bahrain-china-ce7-2024", "signatories"] == 3
    assert found.loc["accord/ilrs-agreement-2022", "parties"] == 1
    assert kg.ask("accords-by-field", words="lunar", as_of="2017-03-15").empty


def test_17_claims_on_one_voice(kg: KnowledgeGraph) -> None:
    found = kg.ask("one-voice", thing="organisation/ilrs", ids=True)
    why = found[found["relation"] == "has an institution in"].set_index("subject")["why"]
    assert why["nation/idn"] == "one state medium"  # CGTN alone
    assert set(found["why"]) <= {"one voice", "one state medium", "state media only"}


def test_18_who_is_close_to_recent_joiners(kg: KnowledgeGraph) -> None:
    found = kg.ask("next-to-join", year="2025", ids=True).set_index("nation")
    assert {"Austria", "Norway", "Sweden"} <= set(found.loc["nation/chn", "with"].split(", "))
    assert "nation/usa" not in found.index  # a signatory since 2020
    assert "nation/sun" not in found.index  # no longer there


@pytest.mark.parametrize(
    ("one", "other", "length", "words"),
    [
        (
            "nation/lux",
            "agency/cnsa",
            1,
            "Luxembourg cooperates with China National Space Administration (2018-01-16)",
        ),
        (
            "nation/bhr",
            "nation/egy",
            2,
            "Bahrain contributes to Chang'e-7 (2024-04-24); Egypt contributes to Chang'e-7",
        ),
    ],
)
def test_19_how_two_things_are_connected(
    one: str, other: str, length: int, words: str, kg: KnowledgeGraph
) -> None:
    found = kg.ask("why-connected", one=one, other=other)
    assert set(found["length"]) == {length}
    assert any(chain.startswith(words) for chain in found["chain"])


def test_19_a_chain_of_three(kg: KnowledgeGraph) -> None:
    found = kg.ask("why-connected", one="instrument/nils", other="nation/kaz", as_of="2024-12-31")
    assert set(found["length"]) == {3}


def test_20_all_sources_of_a_thing(kg: KnowledgeGraph, short: KnowledgeGraph) -> None:
    found = kg.ask("sources-of", thing="mission/change-6", ids=True)
    slugs = {
        "arabnews-pak",
        "dayfr-dorn",
        "friendsofnasa-ce6",
        "leonarddavid-ce6",
        "moondaily-ce6",
        "people-ce6",
        "scio-20240709",
        "seed-002",
        "spacewatch-fra",
    }
    assert set(found["source"]) >= {f"source/{slug}" for slug in slugs}
    known = short.known_by("2024-06-30").ask("sources-of", thing="mission/change-6", ids=True)
    assert "source/scio-20240709" not in set(known["source"])
    assert "source/seed-002" in set(known["source"])


def test_prohibitions_between_nasa_and_cnsa(kg: KnowledgeGraph) -> None:
    def wolf(day: str) -> pd.DataFrame:
        rules = kg.ask("rules-between", as_of=day, ids=True).set_index("rule")
        return rules[rules.index.str.contains("wolf-amendment")]

    assert wolf("2011-04-14").empty
    first = wolf("2011-11-17").loc["prohibition/wolf-amendment-fy2011-bilateral"]
    assert (first["law"], first["way_out"]) == (
        "Public Law 112-10, division B, section 1340(a)",
        "later law",
    )
    second = wolf("2011-11-18").loc["prohibition/wolf-amendment-fy2012-bilateral"]
    assert (second["way_out"], second["days_before"]) == ("certification", 14)
    assert "National Space Council" not in second["binds"]
    later = wolf("2020-06-01").loc["prohibition/wolf-amendment-fy2020-bilateral"]
    assert later["days_before"] == 30
    assert "National Space Council" in later["binds"]
    assert len(wolf("2020-06-01")) == 3  # bilateral dealings, hosting, and NASA's money


def test_bills_and_statements_bind_nobody(kg: KnowledgeGraph) -> None:
    rules = kg.ask(
        "rules-between",
        actor="institution/npo-energomash",
        target="institution/united-launch-alliance",
        as_of="2014-06-01",
        ids=True,
    )
    assert "prohibition/russia-military-engines-2014" not in set(rules["rule"])


def test_cases_around_the_wolf_amendment(kg: KnowledgeGraph) -> None:
    cases = kg.ask("precedents-of", ids=True)
    ways = column(cases, "case", "way")
    assert ways["precedent/change-5-loan-brown-2025"] == "other funds"
    assert ways["precedent/change-5-certification-2023"] == "certified"
    assert ways["precedent/change-6-nils-2024"] == "not bound"
    assert ways["precedent/ams-02-2011"] == "multilateral setting"
    stopped = set(cases.loc[cases["outcome"] == "prevented", "case"])
    assert stopped == {"precedent/ceos-langley-2013", "precedent/change-5-nasa-loan-2025"}
    before = set(kg.ask("precedents-of", as_of="2016-01-01", ids=True)["case"])
    assert "precedent/civil-space-dialogue-2015" in before
    assert "precedent/nanoracks-beijing-2017" not in before
    (rover,) = kg.ask("precedents-of", restriction="restriction/itar", ids=True).query(
        "outcome == 'prevented'"
    )["case"]
    assert rover == "precedent/rashid-2-change-7-2023"
