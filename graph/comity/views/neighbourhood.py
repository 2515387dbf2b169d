"""A neighbourhood of the graph as one HTML page that opens anywhere and asks nothing of a network.

In: a networkx graph of things and ties with their claims, and the facts about the page. Out: the
text of the page, the same bytes for the same input. What does not belong here: choosing the things
(`comity.knowledge`) and writing the file.

pyvis holds nodes, edges and options and renders the page, with the template, scripts and style of
`comity.views.template` in place of its own, which ask servers for scripts.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from comity.errors import ViewTooLarge
from comity.views import assets, records
from comity.views.layout import place_nodes
from comity.views.palette import KINDS, LINES, Shape, Standing, look_of
from comity.views.wording import readable

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx
    from pyvis.network import Network

LIMIT: Final = 300
"""Most nodes that a reader can still tell apart, and that this page takes."""

OPTIONS: Final[dict[str, Any]] = {
    "layout": {"improvedLayout": False, "randomSeed": 7},
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {
            "gravitationalConstant": -120,
            "springLength": 150,
            "springConstant": 0.06,
            "avoidOverlap": 0.6,
        },
        "minVelocity": 0.5,
        "stabilization": {"enabled": False},
    },
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": {"enabled": False},
        "navigationButtons": False,
        "selectable": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {"chosen": False, "borderWidth": 1.1},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.62}},
        "arrowStrikethrough": False,
        "chosen": False,
        "selfReference": {"size": 24},
    },
}
"""Options of vis-network; colours come from the style sheet, because they follow the scheme."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says about itself.

    Attributes:
        title: Heading.
        subtitle: One sentence under it; may be empty.
        as_of: Partial date of the state that is shown, or `None` for all times.
        snapshot: Words for the version and date of the data.
        today: Day of the release; all after it is planned.
        centre: Ids of the things that were asked for.
        omitted: How many things were left out because of a limit.
        version: Version of Comity that made the page.
    """

    title: str
    subtitle: str
    as_of: str | None
    snapshot: str
    today: date
    centre: tuple[str, ...]
    omitted: int
    version: str


def neighbourhood_page(graph: nx.MultiDiGraph[str], page: PageFacts) -> str:
    """Return the page of a neighbourhood as text.

    Args:
        graph: Nodes are ids such as `mission/change-6` with `label`, `kind`, `description`,
            `start`, `end` and `distance`; edges are keyed by relation and run as the arrow is
            drawn, with `relation`, `phrase` (words from subject to object), `along` (words along
            the arrow), `subject`, `object`, `ended`, `planned` (not begun), `verdict`,
            `inferred`, `start`, `end` and `claims`. Where an edge has a `ruling` (`allowed`,
            `needs-exemption` or `blocked`), its line shows that.
        page: The facts about the page.

    Raises:
        ViewTooLarge: The graph has more than `LIMIT` nodes.
        MissingPart: The installed pyvis has no usable vis-network.
    """
    if len(graph) > LIMIT:
        raise ViewTooLarge(len(graph), LIMIT)
    things = records.thing_records(graph, page.centre, page.today)
    ties = records.tie_records(graph, things, page.today)
    network = _network(graph, things, ties)
    network.templateEnv.globals.update(_context(page, things, ties))
    text: str = network.generate_html()
    return text


def _network(
    graph: nx.MultiDiGraph[str], things: list[dict[str, Any]], ties: list[dict[str, Any]]
) -> Network:
    """Return pyvis' network of the records, whose template is ours.

    The lists are set at once: pyvis' own `add_node` and `add_edge` search all former nodes at each
    call, and `add_nodes` takes ids that look like numbers for numbers.
    """
    from pyvis.edge import Edge  # noqa: PLC0415  (pyvis brings IPython: only who draws pays)
    from pyvis.network import Network  # noqa: PLC0415
    from pyvis.node import Node  # noqa: PLC0415

    sizes = sizes_of(things, ties)
    places = places_of(graph, things, sizes)
    network = Network(directed=True, cdn_resources="in_line")
    network.templateEnv = Environment(
        loader=PackageLoader("comity.views", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    network.path = "neighbourhood.html.j2"
    network.set_options(json.dumps(OPTIONS))
    for thing in things:
        x, y = places[thing["node"]]
        look = look_of(thing["kind"])
        node = Node(
            thing["key"],
            look.shape.value,
            "",
            color={"background": look.fill},
            size=sizes[thing["key"]],
            x=x,
            y=y,
        )
        network.nodes.append(node.options)
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = [
        Edge(tie["tail"], tie["head"], directed=True, **_line(tie)).options for tie in ties
    ]
    return network


def sizes_of(things: list[dict[str, Any]], ties: list[dict[str, Any]]) -> dict[str, int]:
    """Return half the width in pixels of each thing's mark, by its key.

    Args:
        things: Records of all things.
        ties: Records of all ties.
    """
    degrees = Counter(key for tie in ties for key in (tie["tail"], tie["head"]))
    return {thing["key"]: _size(thing, degrees[thing["key"]]) for thing in things}


def places_of(
    graph: nx.MultiDiGraph[str], things: list[dict[str, Any]], sizes: dict[str, int]
) -> dict[str, tuple[int, int]]:
    """Return the place of each node on the sheet, in pixels, with room for its label.

    Args:
        graph: The neighbourhood.
        things: Records of its nodes.
        sizes: What `sizes_of` returns for them.
    """
    return place_nodes(
        graph,
        {thing["node"]: thing["distance"] for thing in things},
        {thing["node"]: _box(thing["lines"], sizes[thing["key"]]) for thing in things},
    )


def _size(thing: dict[str, Any], degree: int) -> int:
    """Return half the width of a node in pixels: larger at the centre and with more ties."""
    base = 26 if thing["centre"] else 15 if thing["distance"] <= 1 else 12
    base += 3 if look_of(thing["kind"]).shape is Shape.STAR else 0  # points take less area
    return base + min(degree, 8) // 2


def _box(lines: list[str], size: int) -> tuple[float, float]:
    """Return width and height in pixels of a node with its label below it."""
    text = max(sum(13.0 if ord(c) > 0x2E80 else 7.4 for c in line) for line in lines)
    return max(text, 2.4 * size) + 18, 2 * size + 16.0 * len(lines) + 22


def _line(tie: dict[str, Any]) -> dict[str, Any]:
    """Return vis-network's options of one tie's line."""
    look = LINES[Standing(tie["standing"])]
    bend = tie["bend"]
    side = "curvedCW" if bend > 0 else "curvedCCW"
    curve = {"enabled": True, "type": side, "roundness": abs(bend)}
    return {
        "id": tie["key"],
        "width": look.width,
        "dashes": list(look.dashes) or False,
        "smooth": curve if bend else {"enabled": False},
    }


def _context(
    page: PageFacts, things: list[dict[str, Any]], ties: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return what the template needs beside pyvis' own nodes, edges and options."""
    facts = {
        name: readable(value) if isinstance(value, str) else value
        for name, value in asdict(page).items()
    }
    kinds = Counter(thing["kind"] for thing in things)
    standings = Counter(tie["standing"] for tie in ties)
    rank = {kind: at for at, kind in enumerate(KINDS)}
    return {
        "page": facts,
        "things": things,
        "ties": ties,
        "label_of": {thing["key"]: thing["short"] for thing in things},
        "looks": {thing["kind"]: look_of(thing["kind"]) for thing in things},
        "kinds": sorted(kinds.items(), key=lambda item: (rank.get(item[0], len(rank)), item[0])),
        "lines": [
            (standing.value, look, standings[standing.value])
            for standing, look in LINES.items()
            if standings[standing.value]
        ],
        "policy": assets.content_policy(),
        "vis_network": Markup(assets.vis_network()),  # noqa: S704  (checked by assets)
        "page_script": Markup(assets.page_script()),  # noqa: S704  (our own text)
        "page_style": Markup(assets.page_style()),  # noqa: S704  (our own text)
    }
