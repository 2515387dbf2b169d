"""A toy world: tables of a few entities, small enough to know by heart.

Arcadia and Borduria signed the Moon Pact in 2020 and 2022; Cordium's signature is claimed by a
paper and denied by the Atlas. Dorne was a member of the Star Club until it ended in 1992.
Borduria's agency flies Arcadia's spectrometer on the Probe. A rule of Arcadia limits dealings with
Borduria; in 2012 its agency certified some parts. The pact provides for safety zones and is silent
on disputes. An essay of 2021 counts one signatory, which was right then.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from comity.tables.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

Rows = dict[str, list[dict[str, str]]]


def _entity(id_: str, label: str, **cells: str) -> dict[str, str]:
    return {
        "id": id_,
        "label": label,
        "source": "atlas",
        "verified": "https://example.org/",
        **cells,
    }


def _claim(id_: str, subject: str, predicate: str, object_: str, **cells: str) -> dict[str, str]:
    return {
        "id": id_,
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "source": "atlas",
        "verified": "https://example.org/",
        "confidence": "high",
        **cells,
    }


def toy_rows() -> Rows:
    """Return the rows of all tables, by file name, as texts by column."""
    return {
        "nations.csv": [
            _entity("nation/arc", "Arcadia", alt_labels="Republic of Arcadia|ARC"),
            _entity("nation/bor", "Borduria"),
            _entity("nation/cor", "Cordium"),
            _entity("nation/dor", "Dorne", end="1992-12-31"),
        ],
        "agencies.csv": [
            _entity("agency/arsa", "Arcadian Space Agency", nation="nation/arc", start="1990"),
            _entity("agency/bosa", "Bordurian Space Agency", nation="nation/bor"),
        ],
        "missions.csv": [
            _entity("mission/probe", "Probe", nation="nation/bor", start="2021-05-01", end="2023"),
        ],
        "accords.csv": [
            _entity("accord/moon-pact", "Moon Pact", start="2020-10-13"),
            _entity("accord/res-1", "Resolution 1", start="2022-12-07"),
        ],
        "instruments.csv": [_entity("instrument/spec", "Spectrometer", nation="nation/arc")],
        "organisations.csv": [_entity("organisation/star-club", "Star Club", start="1958")],
        "restrictions.csv": [_entity("restriction/rule", "The Rule", nation="nation/arc")],
        "memberships.csv": [
            _claim(
                "arc-member-of-star-club",
                "nation/arc",
                "member_of",
                "organisation/star-club",
                start="1958",
            ),
            _claim("dor-member-of-star-club", "nation/dor", "member_of", "organisation/star-club"),
        ],
        "treaty_actions.csv": [
            _claim(
                "arc-signatory-of-moon-pact",
                "nation/arc",
                "signatory_of",
                "accord/moon-pact",
                start="2020-10-13",
                qualifiers="order=1",
            ),
            _claim(
                "bor-signatory-of-moon-pact",
                "nation/bor",
                "signatory_of",
                "accord/moon-pact",
                start="2022-06",
            ),
            _claim(
                "cor-signatory-of-moon-pact",
                "nation/cor",
                "signatory_of",
                "accord/moon-pact",
                confidence="low",
                source="paper",
            ),
        ],
        "payloads.csv": [
            _claim(
                "probe-carries-payload-spec", "mission/probe", "carries_payload", "instrument/spec"
            ),
            _claim(
                "spec-provided-by-arsa",
                "instrument/spec",
                "provided_by",
                "agency/arsa",
                verified="recalled",
                confidence="medium",
                source="memory",
            ),
        ],
        "operations.csv": [
            _claim("bosa-operates-probe", "agency/bosa", "operates", "mission/probe"),
        ],
        "restriction_rules.csv": [
            _claim(
                "rule-restricts-dealings-with-bor",
                "restriction/rule",
                "restricts_dealings_with",
                "nation/bor",
                start="2011-04-15",
            ),
            _claim(
                "arsa-restricted-by-rule",
                "agency/arsa",
                "restricted_by",
                "restriction/rule",
                start="2011-04-15",
            ),
        ],
        "cooperation.csv": [
            _claim(
                "arsa-cooperates-with-bosa",
                "agency/arsa",
                "cooperates_with",
                "agency/bosa",
                start="2005",
                end="2010",
            ),
        ],
        "prohibitions.csv": [
            {
                "id": "rule-parts",
                "label": "The Rule: parts",
                "restriction": "restriction/rule",
                "issuer": "nation/arc",
                "bound": "agency/arsa",
                "bound_reach": "parts",
                "toward": "nation/bor|all_applicants",
                "toward_reach": "owned",
                "activities": "technology_export|launch",
                "setting": "bilateral",
                "effect": "prohibits",
                "exemption": "certification",
                "exempted_by": "The Senate of Arcadia",
                "duty": "Certify it.",
                "lead_days": "30",
                "start": "2011-04-15",
                "end": "2013",
                "force": "in-force",
                "citation": "Law 7, section 1",
                "claims": "rule-restricts-dealings-with-bor",
                "source": "atlas",
                "verified": "https://example.org/",
                "confidence": "high",
            },
        ],
        "precedents.csv": [
            {
                "id": "parts-2012",
                "label": "Arcadian parts for Borduria",
                "restriction": "restriction/rule",
                "prohibition": "rule-parts",
                "way": "certified",
                "one": "agency/arsa",
                "other": "agency/bosa",
                "activity": "technology_export",
                "date": "2012-05",
                "outcome": "worked",
                "claims": "arsa-restricted-by-rule",
                "mission_or_event": "mission/probe",
                "source": "atlas",
                "verified": "https://example.org/",
            },
        ],
        "values.csv": [
            {
                "id": "moon-pact-signatory-count-2",
                "subject": "accord/moon-pact",
                "predicate": "signatory_count",
                "value": "2",
                "start": "2023",
                "source": "atlas",
                "verified": "https://example.org/",
                "confidence": "high",
            },
            {
                "id": "moon-pact-signatory-count-1",
                "subject": "accord/moon-pact",
                "predicate": "signatory_count",
                "value": "1",
                "start": "2021",
                "source": "essay",
                "verified": "https://example.org/essay",
                "confidence": "low",
            },
        ],
        "provisions.csv": [
            {
                "accord": "accord/moon-pact",
                "provision": "safety-zones",
                "presence": "present",
                "where": "Article 2",
                "source": "atlas",
                "verified": "https://example.org/",
                "confidence": "high",
                "quote": "keep a safe distance",
            },
            {
                "accord": "accord/moon-pact",
                "provision": "dispute-settlement",
                "presence": "absent",
                "source": "atlas",
                "verified": "https://example.org/",
                "confidence": "high",
            },
        ],
        "attestations.csv": [
            {
                "claim": "bor-signatory-of-moon-pact",
                "source": "paper",
                "stance": "affirms",
                "modality": "asserted",
                "stated_start": "2022",
                "verified": "https://example.org/paper",
                "confidence": "medium",
            },
            {
                "claim": "moon-pact-signatory-count-1",
                "source": "essay",
                "stance": "affirms",
                "modality": "asserted",
                "quote": "one signatory",
                "char_start": "10",
                "char_end": "23",
                "verified": "https://example.org/essay",
                "confidence": "high",
            },
            {
                "claim": "cor-signatory-of-moon-pact",
                "source": "atlas",
                "stance": "denies",
                "modality": "asserted",
                "verified": "https://example.org/",
                "confidence": "high",
            },
        ],
        "resolutions.csv": [
            {
                "accord": "accord/res-1",
                "symbol": "R/1",
                "date": "2022-12-07",
                "title": "Resolution 1",
                "yes": "2",
                "no": "1",
                "abstain": "0",
                "vote_type": "recorded",
                "source": "atlas",
            }
        ],
        "votes.csv": [
            {
                "resolution": "accord/res-1",
                "nation": "nation/arc",
                "vote": "yes",
                "source": "atlas",
            },
            {"resolution": "accord/res-1", "nation": "nation/bor", "vote": "no", "source": "atlas"},
            {
                "resolution": "accord/res-1",
                "nation": "nation/cor",
                "vote": "yes",
                "source": "atlas",
            },
        ],
        "sources.csv": [
            {
                "id": "atlas",
                "title": "Atlas of the toy world",
                "url": "https://example.org/",
                "published": "2024-01-01",
                "accessed": "2024-02-01",
                "kind": "official",
            },
            {"id": "essay", "title": "An essay", "published": "2021-05", "kind": "text"},
            {"id": "memory", "title": "Memory", "kind": "recollection"},
            {"id": "paper", "title": "The Daily Paper", "published": "2022-07", "kind": "news"},
        ],
        "redirects.csv": [
            {"from": "nation/arcadia", "to": "nation/arc", "reason": "same state"},
        ],
        "assertions.csv": [
            {
                "id": "two-signatories",
                "predicate": "signatory_of",
                "object": "accord/moon-pact",
                "as_of": "2024-01-01",
                "min": "2",
                "max": "2",
                "source": "atlas",
            },
        ],
    }


def write_rows(folder: Path, rows: Rows) -> Path:
    """Write rows as tables; a file without rows gets its header alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in TABLES.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(table.cells), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.get(name, []))
    (folder / "release.toml").write_text("date = 2026-01-01\n", encoding="utf-8")
    return folder


def build_world(folder: Path) -> Path:
    """Write the toy world's tables into a folder and return it."""
    return write_rows(folder, toy_rows())
