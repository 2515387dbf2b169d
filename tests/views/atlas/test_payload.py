"""What an atlas carries: all of the record, clean and small, the same every time."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.views.atlas.hostile import hostile_panorama

from comity.analysis.panorama import read_panorama
from comity.analysis.roll_calls import BALLOTS, read_roll_calls
from comity.analysis.ties import read_ties
from comity.errors import MissingPart
from comity.views.assets import content_hash
from comity.views.atlas import page
from comity.views.atlas.payload import AtlasFacts, atlas_payload, packed

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

pytestmark = pytest.mark.xdist_group("atlas")  # the page is made once, not by each worker
FACTS = AtlasFacts("1", "2026-01-01", "x")


def unpacked(text: str) -> dict[str, Any]:
    found = re.search(r'id="payload">([^<]*)<', text)
    assert found is not None
    return json.loads(gzip.decompress(base64.b64decode(found[1])))  # type: ignore[no-any-return]


def columns_of(payload: dict[str, Any]) -> dict[str, dict[str, list[Any]]]:
    return {name: part for name, part in payload.items() if isinstance(part, dict)}


def test_the_light_atlas_is_under_its_size(
    atlas_text: str, record_property: pytest.RecordProperty
) -> None:
    size = len(atlas_text.encode())
    record_property("figure", f"the light atlas has {size / 1e6:.2f} MB")
    assert size < 800_000


def test_columns_are_of_equal_length_and_point_to_what_is_there(atlas_text: str) -> None:
    payload = unpacked(atlas_text)
    for name, columns in columns_of(payload).items():
        assert len({len(column) for column in columns.values()}) == 1, name
    count = len(payload["things"]["id"])
    assert all(0 <= at < count for at in payload["claims"]["subject"] + payload["claims"]["object"])
    assert set(payload["attestations"]["source"]) <= set(range(len(payload["sources"]["id"])))
    assert payload["attestations"]["claim"] == sorted(payload["attestations"]["claim"])


def test_every_claim_between_things_is_there_with_its_sources(
    atlas_text: str, kg: KnowledgeGraph
) -> None:
    payload = unpacked(atlas_text)
    network = kg.network("all")
    claims = {claim for _, _, edge in network.edges(data=True) for claim in edge["claims"]}
    listed = {
        claim
        for tail, head, edge in network.edges(data=True)
        if {tail.partition("/")[0], head.partition("/")[0]} & {"person", "satellite"}
        for claim in edge["claims"]
    }
    assert claims - listed <= set(payload["claims"]["id"])
    said = set(payload["attestations"]["claim"])
    assert said == set(range(len(payload["claims"]["id"])))


def test_every_vote_is_there_with_its_source(atlas_text: str, kg: KnowledgeGraph) -> None:
    payload = unpacked(atlas_text)
    things, rolls = payload["things"]["id"], payload["rolls"]
    relations = [payload["relations"][at]["name"] for at in payload["ballots"]]
    found = Counter(
        (things[voter], relations[int(sign)], things[rolls["object"][roll]])
        for roll, signs in enumerate(rolls["votes"])
        for voter, sign in zip(payload["voters"], signs, strict=False)
        if sign != "."
    )
    ties = read_ties(kg.store, BALLOTS)
    assert found == Counter((tie.subject, tie.relation, tie.object) for tie in ties)
    assert set(payload["rollSayings"]["roll"]) == set(range(len(rolls["votes"])))
    assert rolls["ids"] == [{}] * len(rolls["ids"])  # all follow from resolution and voter


def test_votes_with_ids_of_another_form_keep_them() -> None:
    record = hostile_panorama()
    (roll,) = record.rolls
    payload = atlas_payload(record, dict.fromkeys(record.things, (0.0, 0.0)), FACTS)
    assert payload["rolls"]["votes"] == ["0" * len(roll.votes)]
    assert len(payload["rolls"]["ids"][0]) == len(roll.votes)


def test_a_vote_that_differs_in_more_stands_apart(toy: KnowledgeGraph) -> None:
    alike = read_roll_calls(toy.store, {})
    first = max(alike, key=lambda each: len(each.votes)).votes[0]
    calls = read_roll_calls(toy.store, {first.claim: "another reason"})
    assert len(calls) == len(alike) + 1
    assert {each.votes for each in calls if each.reason} == {(first,)}


def test_quotes_of_documents_are_there(atlas_text: str) -> None:
    quotes = [quote for quote in unpacked(atlas_text)["attestations"]["quote"] if quote]
    assert len(quotes) > 50


def test_what_was_not_public_by_a_day_is_not_in_the_page(toy: KnowledgeGraph) -> None:
    every = read_panorama(toy.store)
    earlier = read_panorama(toy.known_by("1990-01-01").store)
    assert len(earlier.ties) < len(every.ties)
    assert {s.source for s in earlier.sayings} == set(earlier.documents)


def test_the_same_record_gives_the_same_page(toy: KnowledgeGraph, front_end: None) -> None:
    assert toy.atlas().page == toy.atlas().page


def test_hostile_texts_are_cleaned() -> None:
    record = hostile_panorama()
    payload = atlas_payload(record, dict.fromkeys(record.things, (0.0, 0.0)), FACTS)
    text = json.dumps(payload, ensure_ascii=False)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    assert payload["sources"]["url"] == [""] * 5  # javascript: leads nowhere
    assert "<" not in packed(payload)


def test_the_policy_allows_the_page_its_own_script_and_style_alone(atlas_text: str) -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', atlas_text)
    assert found is not None
    policy = found[1].replace("&#39;", "'")
    script = atlas_text.rpartition("<script>")[2].partition("</script>")[0]
    style = atlas_text.partition("<style>")[2].partition("</style>")[0]
    assert policy == (
        f"default-src 'none'; script-src {content_hash(script)}; "
        f"style-src {content_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"(?:src|href)=\"?(?:https?:)?//", atlas_text)


def test_a_missing_front_end_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "files", lambda _: __import__("pathlib").Path("/nowhere"))
    page.built_part.cache_clear()
    page.built_bytes.cache_clear()
    with pytest.raises(MissingPart, match=r"scripts/build_explorer\.py"):
        page.built_part("explorer.js")
