from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.pathways.conftest import DAY, bond, dealing, grounds, rule

from comity.errors import UnknownName
from comity.pathways.model import Precedent
from comity.pathways.reach import CLASSES, REACHES
from comity.pathways.rulings import rule_on
from comity.pathways.standing import Standing
from comity.rdf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from comity.pathways.grounds import Grounds
    from comity.pathways.model import Dealing, Prohibition, Ruling


def ruled(asked: Dealing, *rules: Prohibition, on: Grounds | None = None) -> Ruling:
    found = on or grounds(rules)
    return rule_on(asked, rules, Standing(found, asked.on))


def test_a_rule_reaches_whom_it_names_and_says_why() -> None:
    found = ruled(dealing(), rule())
    assert found.status == "needs-exemption"
    (finding,) = found.findings
    assert (finding.binds, finding.against) == ("agency/arsa", "agency/bosa")
    assert [step.words for step in finding.derivation] == [
        (
            "The Rule (Law 1), of Arc, forbids: joint work, export of technology between two "
            "sides alone."
        ),
        "The rule binds Arsa and what is part of it.",
        "Bosa is an agency of Bor.",
        "It concerns dealings with Bor and what is owned or incorporated there.",
        "It covers joint work, since 2011.",
    ]
    assert finding.derivation[0].claims == ("claim/rule",)
    assert finding.derivation[2].claims == ("claim/bosa-agency_of-bor",)


def test_it_does_not_matter_who_is_named_first() -> None:
    one, other = ruled(dealing(), rule()), ruled(dealing("agency/bosa", "agency/arsa"), rule())
    assert one.findings == other.findings


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (dealing("institution/arsa-centre"), "needs-exemption"),  # a part
        (dealing(other="institution/bor-company"), "needs-exemption"),  # incorporated there
        (dealing(other="nation/bor"), "needs-exemption"),
        (dealing("institution/arc-university"), "allowed"),  # of the nation, no part
        (dealing("nation/arc"), "allowed"),  # the whole of a part
        (dealing(other="agency/cosa"), "allowed"),
        (dealing(setting="multilateral"), "allowed"),
        (dealing(activity="launch"), "allowed"),
        (dealing(on=date(2010, 12, 31)), "allowed"),
        (dealing(on=date(2011, 1, 1)), "needs-exemption"),
        (dealing("institution/arsa-centre", "agency/arsa"), "allowed"),  # of one nation
    ],
)
def test_reach(asked: Dealing, status: str) -> None:
    assert ruled(asked, rule()).status == status


def test_a_rule_without_exemption_blocks_and_one_that_asks_for_leave_does_not() -> None:
    assert ruled(dealing(), rule(exemption="none")).status == "blocked"
    assert ruled(dealing(), rule(exemption="unknown")).status == "blocked"
    denied = rule(effect="presumption-of-denial", exemption="licence")
    assert ruled(dealing(), denied).status == "needs-exemption"


def test_bills_and_announcements_are_named_and_bind_nobody() -> None:
    found = ruled(dealing(), rule(force="bill", exemption="none"))
    assert found.status == "allowed"
    assert found.findings[0].lifted == "it is a bill, and binds nobody by law"


def test_a_rule_whose_claims_are_refuted_does_not_apply() -> None:
    found = ruled(dealing(), rule(is_refuted=True, claims=()))
    assert (found.status, found.findings) == ("allowed", ())
    assert found.misses[0].reasons == ("the claims that it rests on are refuted or not yet public",)


def test_an_exemption_in_hand_lifts_its_kind_alone() -> None:
    certified = dealing(given=("certification",))
    assert ruled(certified, rule()).status == "allowed"
    assert ruled(certified, rule()).findings[0].prohibition.duty.startswith("A letter")
    assert ruled(certified, rule(exemption="licence")).status == "needs-exemption"
    for_another = dealing(given=("certification@restriction/other",))
    assert ruled(for_another, rule()).status == "needs-exemption"
    for_it = dealing(given=("certification@restriction/rule",))
    assert ruled(for_it, rule()).status == "allowed"


def test_money_brings_others_into_reach() -> None:
    funded = rule(bound_reach="funded")
    asked = dealing("institution/arc-university", funded_by=("agency/arsa",))
    assert ruled(asked, funded).status == "needs-exemption"
    assert ruled(replace(asked, funded_by=()), funded).status == "allowed"
    paying = rule(bound_reach="funded", activities=("funding",))
    assert ruled(dealing(activity="funding"), paying).status == "needs-exemption"


def test_technology_brings_third_parties_into_reach() -> None:
    items = rule(bound=("nation/arc",), bound_reach="items")
    asked = dealing("agency/cosa", parts_from=("institution/arc-university",))
    found = ruled(asked, items)
    assert (found.status, found.findings[0].binds) == ("needs-exemption", "agency/cosa")
    assert ruled(replace(asked, parts_from=()), items).status == "allowed"


def test_a_statutory_window_opens_and_closes() -> None:
    window = rule(exemption="statutory-window", activities=("funding",))
    exception = replace(
        bond("agency/arsa", "restriction/rule", "funding"),
        start=date(2019, 1, 1),
        end=date(2020, 12, 31),
    )
    on = grounds([window], exceptions=(exception,))
    open_ = ruled(dealing(activity="funding"), window, on=on)
    assert (open_.status, open_.findings[0].lifted) == ("allowed", "a window is open on that day")
    assert open_.findings[0].derivation[-1].claims == exception.claims
    closed = ruled(dealing(activity="funding", on=date(2021, 1, 1)), window, on=on)
    assert closed.status == "needs-exemption"


def test_nationals_of_a_union_are_those_of_its_members() -> None:
    union = rule(bound=("organisation/club",), bound_reach="nationals", toward=("agency/bosa",))
    found = ruled(dealing("institution/arc-university"), union)
    assert [step.words for step in found.findings[0].derivation[1:3]] == [
        "Arc-University is at home in Arc.",
        "Arc is a member of Club.",
    ]


def test_classes_of_parties() -> None:
    foreign = rule(bound=("foreign_applicants",), bound_reach="itself", issuer="agency/bosa")
    assert ruled(dealing("agency/cosa"), foreign).status == "needs-exemption"
    assert ruled(dealing("institution/bor-company"), foreign).status == "allowed"
    states = rule(toward=("all_states",), toward_reach="nationals")
    assert ruled(dealing(other="agency/cosa"), states).status == "needs-exemption"
    with pytest.raises(UnknownName, match="class of parties"):
        ruled(dealing(), rule(bound=("all_pirates",)))


def test_every_class_and_reach_of_the_ontology_is_known() -> None:
    assert set(CONCEPTS["PartyClassScheme"]) == CLASSES
    assert set(CONCEPTS["ReachScheme"]) == REACHES


def test_near_misses_say_the_one_reason() -> None:
    reasons = {
        miss.prohibition.id: miss.reasons
        for miss in ruled(
            dealing("institution/arc-university", setting="bilateral"),
            rule("other"),
            rule("funded", bound_reach="funded"),
        ).misses
    }
    assert reasons["prohibition/other"] == (
        "it binds Arsa and what is part of it; Arc-University is none of them",
    )
    assert "no such money" in reasons["prohibition/funded"][0]
    later = ruled(dealing(on=date(2005, 1, 1)), rule())
    assert later.misses[0].reasons == ("it began 2011 only",)


def test_notes_say_that_an_actor_or_the_record_was_not_there_yet() -> None:
    found = ruled(dealing(on=date(1950, 1, 1)), rule())
    assert found.notes == (
        "Bosa is on record from 1990 only.",
        "The record knows of no rule before 2011-01-01.",
    )


def test_precedents_are_those_before_the_day_and_the_nearest_first() -> None:
    def case(name: str, one: str, other: str, year: int) -> Precedent:
        return Precedent(
            f"precedent/{name}", name, "restriction/rule", "", "certified", one, other,
            "bilateral_cooperation", str(year), date(year, 1, 1), "worked", (), "", (), "",
        )  # fmt: skip

    cases = (
        case("same-nations", "institution/arc-university", "institution/bor-company", 2019),
        case("same-pair", "agency/bosa", "agency/arsa", 2012),
        case("too-late", "agency/arsa", "agency/bosa", 2021),
        case("same-side", "agency/cosa", "agency/bosa", 2018),
        case("elsewhere", "agency/cosa", "agency/arsa", 2018),
    )
    on = grounds([rule()], precedents={each.id: each for each in cases})
    found = ruled(dealing(), rule(), on=on)
    assert [each.label for each in found.precedents] == ["same-pair", "same-nations", "same-side"]


def test_the_day_of_the_small_world() -> None:
    assert ruled(dealing(), rule()).dealing.on == DAY
