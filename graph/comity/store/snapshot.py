"""The snapshot: the compiled dataset of one release.

In: canonical N-Quads and the facts of the build. Out: a folder with the compressed quads, named by
their hash, and `manifest.json`, which names that file and holds counts and hashes. The manifest is
renamed into place last, so a build that fails leaves the snapshot before it whole. What does not
belong here: how quads are made.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from comity.errors import SnapshotDamaged, SnapshotMissing, Unreadable
from comity.files import write_atomically
from comity.rdf.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

_MANIFEST: Final = "manifest.json"
FORM: Final = 1  # of the layout of snapshots


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds.

    Attributes:
        form: Number of the layout of snapshots; a reader refuses others.
        version: Version of the package that built it.
        date: Day for which its direct triples hold.
        inputs: SHA-256 of the tables, the ontology and the rules that it was built from.
        quads: Name of the file of compressed quads.
        sha256: SHA-256 of the quads before compression.
        counts: Numbers of quads, claims, attestations and so on.
    """

    form: int
    version: str
    date: str
    inputs: str
    quads: str
    sha256: str
    counts: Mapping[str, int]

    @property
    def citation(self) -> str:
        """How the release is cited: whose it is, which one, and where its names lead."""
        return (
            "The Comity contributors: Comity, an open knowledge graph of space diplomacy. Version"
            f" {self.version}, release of {self.date}, SHA-256 {self.sha256[:16]}. {BASE}"
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot on disk: its folder and its manifest."""

    folder: Path
    manifest: Manifest

    def read(self) -> bytes:
        """Return the N-Quads.

        Raises:
            SnapshotDamaged: The file is missing, cut short or not what the manifest says.
        """
        path = self.folder / self.manifest.quads
        try:
            content = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error) as problem:
            raise SnapshotDamaged(path, str(problem)) from problem
        if hashlib.sha256(content).hexdigest() != self.manifest.sha256:
            raise SnapshotDamaged(path, "its content does not match the manifest")
        return content


def quads_file(digest: str) -> str:
    """Return the name of the file of the quads whose SHA-256 is given."""
    return f"comity-{digest[:16]}.nq.gz"


def open_snapshot(folder: Path) -> Snapshot:
    """Return the snapshot of a folder; only its manifest is read.

    Raises:
        SnapshotMissing: The folder has no manifest.
        SnapshotDamaged: The manifest cannot be understood.
        Unreadable: The manifest may not be read.
    """
    path = folder / _MANIFEST
    try:
        fields = json.loads(path.read_bytes())
        manifest = Manifest(**fields)
    except FileNotFoundError as problem:
        raise SnapshotMissing(folder) from problem
    except (TypeError, ValueError) as problem:
        raise SnapshotDamaged(path, str(problem)) from problem
    except OSError as problem:
        raise Unreadable(path, problem.strerror or str(problem)) from problem
    if manifest.form != FORM:
        raise SnapshotDamaged(path, f"layout {manifest.form} is not the {FORM} of this version")
    return Snapshot(folder, manifest)


def write_snapshot(
    folder: Path,
    quads: bytes,
    *,
    version: str,
    day: date,
    inputs: str,
    counts: Mapping[str, int],
) -> Snapshot:
    """Write a snapshot and return it; files of the snapshot before it are removed at the end.

    Raises:
        WriteFailed: A file could not be written; the snapshot before it is unchanged.
    """
    digest = hashlib.sha256(quads).hexdigest()
    name = quads_file(digest)
    manifest = Manifest(FORM, version, day.isoformat(), inputs, name, digest, dict(counts))
    write_atomically(folder / name, gzip.compress(quads, compresslevel=6, mtime=0))
    fields = json.dumps(asdict(manifest), indent=2, sort_keys=True) + "\n"
    write_atomically(folder / _MANIFEST, fields.encode("utf-8"))
    for old in folder.glob("comity-*.nq.gz"):
        if old.name != name:
            old.unlink(missing_ok=True)
    return Snapshot(folder, manifest)
