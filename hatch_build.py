"""Build hook: a wheel carries the snapshot and the explorer, so that all works right after install.

Both are built from the same source tree. An editable install carries none; `comity build` and
`scripts/build_explorer.py` make them there.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarryingHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own examples leave it out
    """Builds snapshot and explorer into the package before a wheel is packed."""

    def dependencies(self) -> list[str]:
        """Return what building needs besides: Node from PyPI where PATH has none."""
        explorer = self._explorer()
        return [] if explorer.has_node() else [explorer.NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build both unless the install is editable."""
        if version == "editable":
            return
        root = Path(self.root)
        explorer = self._explorer()
        explorer.build(root)
        build_data["artifacts"].append(f"{explorer.ASSETS}/*")
        sys.path.insert(0, str(root / "graph"))
        from comity import pipeline, resources  # noqa: PLC0415  (the package being built)

        pipeline.build(
            resources.tables_folder(),
            resources.ontology_folder(),
            resources.snapshot_folder(),
            version=self.metadata.version,
        )
        build_data["artifacts"].append("graph/comity/_snapshot/*")

    def _explorer(self) -> Any:
        """Return the module that builds the explorer, of the same source tree."""
        place = Path(self.root) / "scripts/build_explorer.py"
        spec = importlib.util.spec_from_file_location("build_explorer", place)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(place)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
