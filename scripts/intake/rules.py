"""Curated decisions of the intake, as data: predicates, qualifiers, sources.

In: nothing. Out: constants that the other modules look up. Ids that were merged are data of
their own (`redirects.csv` in the tables folder); what the ontology or the tables say for
themselves does not belong here either.
"""

from __future__ import annotations

from typing import Final

RENAMED_PREDICATES: Final = {
    "accepted_obligations_of": "accepts_obligations_of",
    "authorised_exception": "authorised_exception_to",
    "returned": "returned_sample",
    "claimed_membership": "claims_membership_of",
    "claimed_member_of": "member_of",
    "claimed_signatory_of": "signatory_of",
}
PREDICATE_OF_PARTICIPATION: Final = {
    "mission": "contributes_to",
    "instrument": "contributes_to",
    "event": "takes_part_in",
    "programme": "participates_in",
    "organisation": "participates_in",
    "accord": "participates_in",
    "restriction": "consulted_on",
}
PREDICATE_OF_ROLE: Final = {
    ("member_of", "permanent_observer"): "observer_of",
    ("member_of", "associate"): "associate_member_of",
    ("member_of", "cooperating_state"): "cooperating_state_of",
    ("cooperates_with", "european_cooperating_state"): "cooperating_state_of",
}
# An event that restricts somebody stands for the restriction it brought about.
RESTRICTION_OF_EVENT: Final = {
    "event/soyuz-kourou-withdrawal-2022": "restriction/russia-kourou-withdrawal-2022",
}

STANDING_OF_CLAIM_STATUS: Final = {
    "contradicted": "contradicted",
    "outdated when published": "outdated",
}
OUTDATED_STATUSES: Final = frozenset(
    {"dropped", "removed", "claimed-launched", "superseded", "postponed"}
)
RIVAL_MARK: Final = "rival claim"
# Rival dates whose source the collector named in words only.
SOURCE_OF_ALTERNATIVE: Final = {("nation/grc", "member_of", "agency/esa"): "factbook-2026"}

SOURCE_KINDS: Final = {"treaty-depositary": "depositary", "seed": "text"}
SOURCE_RANK: Final = (
    "depositary",
    "official",
    "reference",
    "academic",
    "dataset",
    "news",
    "text",
    "recollection",
)
RECALL_SOURCE: Final = "compiler-recall"
# Addresses of lists whose contents change: sources under them are different documents.
LISTING_URLS: Final = frozenset({"https://www.nasa.gov/artemis-accords/"})

# Pairs that look alike and are two things, with the reason.
LEFT_APART: Final = (
    ("agency/alr", "agency/ffg", "the agency is a division of the research promotion agency"),
    ("agency/jaxa", "institution/isas", "the institute is a part of the agency"),
    ("agency/dlr", "institution/dlr-planetary", "the institute is a part of the centre"),
    ("agency/brin", "agency/lapan", "successor and predecessor"),
    ("agency/kari", "agency/kasa", "institute and administration, both go on"),
    ("agency/uaesa", "agency/mbrsc", "federal agency and centre of Dubai"),
    ("agency/soviet-space-programme", "agency/roscosmos", "of two states"),
    (
        "event/esa-luna-withdrawal-2022",
        "restriction/esa-luna-withdrawal-2022",
        "the decision and the lasting restriction",
    ),
    (
        "event/exomars-suspension-2022",
        "restriction/esa-exomars-suspension-2022",
        "the decision and the lasting restriction",
    ),
    (
        "event/soyuz-kourou-withdrawal-2022",
        "restriction/russia-kourou-withdrawal-2022",
        "the decision and the lasting restriction, which takes the event's place as a rule",
    ),
    ("institution/dsel", "institution/lesec", "laboratory and centre, identity not shown"),
    ("instrument/rashid-2", "instrument/rashid-2-ce7", "one rover, two flights agreed in turn"),
    ("accord/us-ussr-space-agreement-1972", "accord/us-ussr-space-agreement-1977", "a renewal"),
    ("mission/prss-1", "mission/prss-01-2025", "two satellites of like name"),
    ("nation/yug", "nation/scg", "the federation of 1992-2003 has no row of its own"),
    ("organisation/mtcr", "restriction/mtcr-category-i", "the regime and its rule"),
)

RENAMED_KEYS: Final = {
    "with": "counterpart",
    "event": "occasion",
    "stance": "position",
    "cause": "reason",
    "law": "public_law",
    "cosmonauts": "cosmonaut",
    "astronauts": "astronaut",
    "names": "astronaut",
}
# Lists that grow when two rows are one claim; other keys must agree.
JOINED_KEYS: Final = frozenset({"activity", "astronaut", "cosmonaut", "field"})
KINDS_OF_BARE_SLUGS: Final = {
    "mission": ("mission", "programme"),
    "programme": ("programme",),
    "continuing_state_of": ("nation",),
    "named": ("nation",),
}
ENTITY_OF_NAME: Final = {
    "CNSA": "agency/cnsa",
    "DSEL": "institution/dsel",
    "Dragon": "programme/dragon",
    "Roscosmos": "agency/roscosmos",
    "US Department of State": "agency/us-state-department",
}
SAME_ROLE: Final = {"partner_agency": "partner"}
FIELDS: Final = {
    "Artemis I cubesat": "lunar",
    "Artemis I cubesats": "lunar",
    "Artemis II cubesat": "lunar",
    "Earth observation": "earth_observation",
    "Earth observation, satellite test centre": "earth_observation,satellite_testing",
    "ExoMars Rosalind Franklin": "mars",
    "Gateway airlock and astronaut flight": "lunar,human_spaceflight",
    "Mars exploration": "mars",
    "MicrOmega on MASCOT": "asteroids",
    "access to China Space Station": "human_spaceflight",
    "asteroid lander": "asteroids",
    "astronaut training and flight": "human_spaceflight",
    "communications satellite": "communications",
    "ground station support": "ground_stations",
    "neutron detectors": "lunar,mars",
    "satellite assembly centre": "satellite_testing",
    "seismo-electromagnetics": "seismo_electromagnetics",
    "space science": "space_science",
}
# Fields whose concept says less than the words did: the words move to the note.
FIELDS_KEPT_IN_NOTE: Final = frozenset(
    {
        "Artemis I cubesat",
        "Artemis I cubesats",
        "Artemis II cubesat",
        "Earth observation, satellite test centre",
        "ExoMars Rosalind Franklin",
        "Gateway airlock and astronaut flight",
        "MicrOmega on MASCOT",
        "access to China Space Station",
        "neutron detectors",
        "satellite assembly centre",
    }
)
