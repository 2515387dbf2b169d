// The network on its canvas: colours of the scheme, what is dimmed or hidden, and the view.

const CLOSEST = 4;
const FARTHEST = 0.08;
const WIDEST_FIT = 1.35;
const SIDE_MARGIN = 66;
const TOP_MARGIN = 58;
const LABEL_MARGIN = 62;

let colours = readColours();
const nodeSet = new vis.DataSet(data.nodes);
const edgeSet = new vis.DataSet(data.edges);
const network = new vis.Network(
  document.getElementById("picture"),
  { nodes: nodeSet, edges: edgeSet },
  JSON.parse(data.options),
);

/** Read the colours of paper, ink and lines from the style sheet, which knows the scheme. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  const line = {
    in_force: read("--line"),
    ended: read("--line-ended"),
    planned: read("--line-ended"),
    contested: read("--contested"),
    unverified: read("--line-ended"),
    inferred: read("--line-inferred"),
    allowed: read("--fine"),
    "needs-exemption": read("--exemption"),
    blocked: read("--contested"),
  };
  return {
    paper: read("--sheet"),
    ink: read("--ink"),
    quiet: read("--quiet"),
    rim: read("--rim"),
    accent: read("--accent"),
    line,
    lineText: { ...line, in_force: read("--ink-soft"), inferred: read("--quiet") },
  };
}

/** Give every node and edge the looks that scheme, filters and choice ask for. */
function restyle() {
  const reach = reachOf(state.chosen);
  nodeSet.update(
    data.nodes.map((node) => ({
      id: node.id,
      hidden: !isThingShown(node.id),
      opacity: !reach || reach.things.has(node.id) ? 1 : 0.22,
      color: { background: node.color.background, border: colours.rim },
    })),
  );
  edgeSet.update(
    data.edges.map((edge) => {
      const tie = ties.get(edge.id);
      const near = !reach || reach.ties.has(edge.id);
      const picked = state.chosen?.key === edge.id;
      return {
        id: edge.id,
        hidden: !isTieShown(tie),
        width: edge.width + (picked ? 1.6 : 0),
        color: { color: colours.line[tie.standing], opacity: near ? 1 : 0.14, inherit: false },
      };
    }),
  );
}

/** Draw rings behind the centre and behind what is chosen. */
function drawRings(context) {
  for (const thing of things.values()) {
    const picked = state.chosen?.key === thing.key || state.pointed?.key === thing.key;
    if (!isThingShown(thing.key) || !(thing.centre || picked)) continue;
    const { x, y } = network.getPosition(thing.key);
    const radius = drawnNodes.get(thing.key).size + 9;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = 0.16;
    context.fillStyle = colours.accent;
    context.fill();
    context.globalAlpha = picked ? 1 : 0.55;
    context.lineWidth = picked ? 2.6 : 1.4;
    context.strokeStyle = colours.accent;
    context.stroke();
    context.globalAlpha = 1;
  }
}

/** Return what lies at a place of the picture: a node, a label, or an edge, in that order. */
function choiceAt(pointer) {
  const node = network.getNodeAt(pointer.DOM);
  if (node !== undefined && isThingShown(node)) return { type: "thing", key: node };
  const label = labelAt(pointer.canvas);
  if (label) return label;
  const edge = network.getEdgeAt(pointer.DOM);
  if (edge !== undefined && isTieShown(ties.get(edge))) return { type: "tie", key: edge };
  return null;
}

/** Return where a node stands at first: the page's places, turned where the picture is upright. */
function firstPlace({ id, x, y }) {
  const { clientWidth, clientHeight } = document.getElementById("picture");
  return clientHeight > clientWidth * 1.15 ? { id, x: y, y: x } : { id, x, y };
}

/** Show the whole network, labels included. */
function showAll() {
  const places = Object.values(network.getPositions());
  if (!places.length) return;
  const [left, right] = rangeOf(places.map(({ x }) => x));
  const [top, bottom] = rangeOf(places.map(({ y }) => y));
  const { clientWidth, clientHeight } = document.getElementById("picture");
  const side = Math.min(SIDE_MARGIN, clientWidth * 0.11);
  const wide = Math.max(clientWidth - 2 * side, 80) / Math.max(right - left, 1);
  const high = Math.max(clientHeight - TOP_MARGIN - LABEL_MARGIN, 80) / Math.max(bottom - top, 1);
  const scale = Math.min(wide, high, WIDEST_FIT);
  const middle = (top + bottom) / 2 + (LABEL_MARGIN - TOP_MARGIN) / 2 / scale;
  network.moveTo({ position: { x: (left + right) / 2, y: middle }, scale, animation: false });
}

function rangeOf(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** Bring a thing to the middle if it is near or past the edge, or if the picture is very small. */
function bringIntoView(key) {
  const place = network.canvasToDOM(network.getPosition(key));
  const { clientWidth, clientHeight } = document.getElementById("picture");
  const inside =
    place.x > 40 && place.y > 40 && place.x < clientWidth - 40 && place.y < clientHeight - 60;
  const scale = network.getScale();
  if (inside && scale > 0.4) return;
  network.moveTo({
    position: network.getPosition(key),
    scale: Math.max(scale, 0.75),
    animation: stillness.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

function zoomBy(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, FARTHEST), CLOSEST);
  network.moveTo({
    scale,
    animation: stillness.matches ? false : { duration: 160, easingFunction: "easeInOutQuad" },
  });
}

/** Let forces move the nodes, or stop them; what the reader sees stays where it is. */
function setRearranging(isOn) {
  document.getElementById("rearrange").setAttribute("aria-pressed", String(isOn));
  network.setOptions({ physics: { enabled: isOn } });
  if (isOn && stillness.matches) {
    network.stabilize(300);
    setRearranging(false);
    showAll();
  }
}

/** Put all nodes back to where the page placed them. */
function resetPlaces() {
  setRearranging(false);
  nodeSet.update(data.nodes.map(firstPlace));
  showAll();
}

network.on("beforeDrawing", drawRings);
network.on("afterDrawing", (context) => drawLabels(context, network, colours));
network.on("zoom", ({ scale, pointer }) => {
  if (scale > CLOSEST) network.moveTo({ scale: CLOSEST });
  else if (scale < FARTHEST && pointer) network.moveTo({ scale: FARTHEST });
});
