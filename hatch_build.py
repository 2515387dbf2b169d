"""Build hook: a wheel carries the snapshot, so that `comity.load()` works right after install.

The snapshot is built from the tables and the ontology of the same source tree. An editable install
carries none; `comity build` makes it there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own examples leave it out
    """Builds the snapshot into the package before a wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the snapshot unless the install is editable."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "graph"))
        from comity import pipeline, resources  # noqa: PLC0415  (the package being built)

        pipeline.build(
            resources.tables_folder(),
            resources.ontology_folder(),
            resources.snapshot_folder(),
            version=self.metadata.version,
        )
        build_data["artifacts"].append("graph/comity/_snapshot/*")
