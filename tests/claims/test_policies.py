"""Rows about prohibitions and precedents become policies in the words of ODRL."""

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Quad
from tests.world import toy_rows, write_rows

from comity.claims import policy_quads
from comity.claims.moments import quads_of_moment
from comity.claims.policies import known_day
from comity.rdf import literals, terms
from comity.rdf.dates import Moment, PartialDate
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import Comity
from comity.tables import read_tables
from comity.tables.rows import ProhibitionRow

RULE = iri("prohibition/rule-parts")
CASE = iri("precedent/parts-2012")


@pytest.fixture(scope="module")
def rule(world: Path) -> ProhibitionRow:
    (row,) = read_tables(world).prohibitions
    return row


@pytest.fixture(scope="module")
def quads(world: Path) -> list[Quad]:
    return list(policy_quads(read_tables(world)))


def values(quads: list[Quad], node: object, predicate: object) -> set[object]:
    return {quad.object for quad in quads if (quad.subject, quad.predicate) == (node, predicate)}


def test_a_restriction_has_its_prohibitions(quads: list[Quad]) -> None:
    assert values(quads, iri("restriction/rule"), terms.PROHIBITION) == {RULE}


def test_a_prohibition_says_whom_it_binds_toward_whom_and_for_what(quads: list[Quad]) -> None:
    assert values(quads, RULE, terms.ASSIGNEE) == {iri("agency/arsa")}
    assert values(quads, RULE, Comity.prohibitedToward) == {iri("nation/bor"), Comity.AllApplicants}
    assert values(quads, RULE, terms.ACTION) == {Comity.TechnologyExport, Comity.LaunchActivity}
    assert values(quads, RULE, Comity.boundReach) == {Comity.ReachParts}


def test_what_lifts_it_is_said_with_its_duty(quads: list[Quad]) -> None:
    assert values(quads, RULE, Comity.exemptionKind) == {Comity.ByCertification}
    assert values(quads, RULE, Comity.exemptionDuty) == {literals.english("Certify it.")}
    assert values(quads, RULE, Comity.leadDays) == {literals.whole(30)}


def test_it_rests_on_claims(quads: list[Quad]) -> None:
    assert values(quads, RULE, Comity.restsOn) == {iri("claim/rule-restricts-dealings-with-bor")}


def test_its_days_bound_it_as_they_bound_a_claim(quads: list[Quad]) -> None:
    assert values(quads, RULE, Comity.earliestEnd) == {literals.day(date(2013, 1, 1))}
    assert values(quads, RULE, Comity.latestEnd) == {literals.day(date(2013, 12, 31))}
    shown = {
        day: any(quad.object == RULE for quad in quads_of_moment(quads, Moment(as_of=day)))
        for day in (date(2011, 4, 14), date(2011, 4, 15), date(2013, 6, 1), date(2014, 1, 1))
    }
    assert list(shown.values()) == [False, True, True, False]


def test_a_cited_law_is_known_from_its_first_day(rule: ProhibitionRow) -> None:
    assert known_day(rule, date(2020, 1, 1)) == date(2011, 4, 15)
    assert known_day(rule, date(2010, 1, 1)) == date(2010, 1, 1)


def test_a_rule_without_citation_is_known_when_its_source_is(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["prohibitions.csv"][0]["citation"] = ""
    (row,) = read_tables(write_rows(tmp_path, rows)).prohibitions
    assert known_day(row, date(2020, 1, 1)) == date(2020, 1, 1)
    assert known_day(row, None) is None


def test_a_precedent_says_which_way_was_used(quads: list[Quad]) -> None:
    assert values(quads, CASE, Comity.precedentTo) == {iri("restriction/rule")}
    assert values(quads, CASE, Comity.precedentToRule) == {RULE}
    assert values(quads, CASE, Comity.way) == {Comity.WayCertified}
    assert values(quads, CASE, Comity.caseOutcome) == {Comity.CaseWorked}
    assert values(quads, CASE, terms.DATE) == {literals.partial(PartialDate(2012, 5))}


def test_a_recalled_rule_says_so(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["prohibitions.csv"][0] |= {"verified": "recalled", "confidence": "medium"}
    quads = list(policy_quads(read_tables(write_rows(tmp_path, rows))))
    assert values(quads, RULE, Comity.verification) == {Comity.Recalled}
    assert values(quads, RULE, Comity.verifiedAt) == set()
