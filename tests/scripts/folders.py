"""Two folders of collected facts about a toy world, and the tables that they become.

`first` knows Arcadia, Borduria, Arcadia's agency, a probe with a camera, the Moon Pact and a
resolution with its roll call. `second` saw some of it too, under other ids and with other dates.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Cells = dict[str, str]
Folder = dict[str, list[Cells]]

COLUMNS = {
    "entities": "id type label alt_labels wikidata start end nation description source verified",
    "relations": "subject predicate object start end qualifiers source verified confidence note",
    "sources": "id title publisher url published accessed kind",
    "resolutions": "id symbol title date yes no abstain absent vote_type subject sponsors source"
    " undl_record",
    "votes": "nation resolution date vote source",
}
ATLAS = "https://example.org/atlas"
PAPER = "https://example.org/paper"


def entity(id_: str, label: str, **cells: str) -> Cells:
    return {"id": id_, "label": label, "source": "src/atlas", "verified": ATLAS, **cells}


def relation(said: str, source: str = "src/atlas", **cells: str) -> Cells:
    subject, predicate, object_ = said.split()
    return {
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "source": source,
        "verified": {"src/atlas": ATLAS, "src/paper": PAPER}.get(source, "recalled"),
        "confidence": "high" if source == "src/atlas" else "medium",
        **cells,
    }


def source(id_: str, kind: str, url: str = "", **cells: str) -> Cells:
    return {"id": id_, "title": id_, "url": url, "kind": kind, **cells}


def vote(nation: str, cast: str) -> Cells:
    return {
        "nation": nation,
        "resolution": "accord/res-1",
        "date": "2022-12-07",
        "vote": cast,
        "source": "src/atlas",
    }


def two_folders() -> dict[str, Folder]:
    """Return the rows of both folders, by folder and file."""
    first: Folder = {
        "entities": [
            entity("nation/arc", "Arcadia", start="1958"),
            entity("nation/bor", "Borduria"),
            entity("agency/arsa", "Arcadian Space Agency", nation="nation/arc", start="1990"),
            entity("mission/probe", "Probe"),
            entity("instrument/camera", "Camera"),
            entity("accord/pact", "Moon Pact"),
            entity("accord/res-1", "Resolution 1"),
        ],
        "relations": [
            relation("nation/arc signatory_of accord/pact", start="2020-10"),
            relation("nation/bor signatory_of accord/pact", start="2021-05-01"),
            relation("mission/probe carries_payload instrument/camera", qualifiers="mass_mg=1500"),
            relation("instrument/camera provided_by agency/arsa", source="", confidence="low"),
            relation("nation/arc voted accord/res-1", qualifiers="vote=yes"),
        ],
        "sources": [
            source("src/atlas", "treaty-depositary", ATLAS, published="2024"),
            source("src/paper", "news", PAPER),
            source("src/compiler-recall", "reference"),
        ],
        "resolutions": [
            {
                "id": "accord/res-1",
                "symbol": "R/1",
                "title": "Resolution 1",
                "date": "2022-12-07",
                "yes": "1",
                "no": "1",
                "vote_type": "recorded",
                "source": "src/atlas",
            }
        ],
        "votes": [vote("nation/arc", "yes"), vote("nation/bor", "no")],
    }
    second: Folder = {
        "entities": [
            entity("agency/old-arsa", "Arcadia Space", nation="nation/arc", start="1990-02"),
        ],
        "relations": [
            relation("nation/arc signatory_of accord/pact", "src/paper", start="2020-10-13"),
            relation("nation/bor signatory_of accord/pact", "src/paper", start="2022-06"),
            relation("agency/old-arsa operates mission/probe", "src/atlas-copy"),
            relation(
                "nation/bor cooperates_with nation/arc",
                "src/paper",
                qualifiers="counterpart=agency/nobody;colour=red",
            ),
        ],
        "sources": [
            source("src/atlas", "official", ATLAS, published="2024-01-01"),
            source("src/atlas-copy", "official", ATLAS),
        ],
    }
    return {"first": first, "second": second}


def write_folders(root: Path, folders: dict[str, Folder]) -> list[Path]:
    """Write the folders below a root and return their paths."""
    for folder, files in folders.items():
        (root / folder).mkdir(parents=True, exist_ok=True)
        for name, rows in files.items():
            with (root / folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, COLUMNS[name].split(), restval="")
                writer.writeheader()
                writer.writerows(rows)
    return [root / folder for folder in folders]
