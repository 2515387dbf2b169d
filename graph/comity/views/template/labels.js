// Labels on the canvas, as on a map: each keeps a readable size, and one that would cover another
// waits until the reader zooms in or points at its thing or tie.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

/** @type {{left: number, top: number, right: number, bottom: number, key: string}[]} */
let labelBoxes = [];
/** @type {{x: number, y: number, radius: number, key: string}[]} */
let labelBeads = [];

/** Draw all labels that find room; called after each drawing of the network. */
function drawLabels(context, network, colours) {
  const scale = network.getScale();
  const reach = reachOf(state.pointed ?? state.chosen);
  labelBoxes = [];
  labelBeads = [];
  const places = network.getPositions();
  const discs = [...things.keys()].filter(isThingShown).map((key) => ({
    key,
    ...places[key],
    radius: drawnNodes.get(key).size + 2,
  }));
  context.save();
  context.textAlign = "center";
  context.lineJoin = "round";
  drawThingLabels(context, scale, reach, discs, sheetOf(network), colours);
  drawTieLabels(context, network, scale, reach, discs, colours);
  context.restore();
}

/** Size in canvas units of letters that should be `size` pixels, kept readable on screen. */
function letterSize(size, scale, least, most) {
  return Math.min(Math.max(size, least / scale), most / scale);
}

/** Left and right end of what can be seen, in canvas units. */
function sheetOf(network) {
  const { clientWidth } = document.getElementById("picture");
  return {
    left: network.DOMtoCanvas({ x: 0, y: 0 }).x,
    right: network.DOMtoCanvas({ x: clientWidth, y: 0 }).x,
  };
}

function drawThingLabels(context, scale, reach, discs, sheet, colours) {
  const rank = (disc) => {
    const thing = things.get(disc.key);
    const first = thing.centre || reach?.things.has(disc.key) ? 0 : 1;
    return first * 1e6 + thing.distance * 1e3 - tiesOf.get(disc.key).length;
  };
  for (const disc of [...discs].sort((one, other) => rank(one) - rank(other))) {
    const thing = things.get(disc.key);
    const near = !reach || reach.things.has(disc.key);
    const size = letterSize(thing.centre ? 15 : 13, scale, thing.centre ? 12.5 : 11, 19);
    context.font = `${thing.centre ? 700 : 500} ${size}px ${FONT}`;
    const width = Math.max(...thing.lines.map((line) => context.measureText(line).width));
    const height = size * 1.2 * thing.lines.length;
    const boxes = boxesAround(disc, width, height);
    const isFree = (box) =>
      box.left >= sheet.left &&
      box.right <= sheet.right &&
      !labelBoxes.some((other) => boxesMeet(box, other)) &&
      !meetsDisc(box, discs);
    const must = thing.centre || (reach && isPicked(disc.key));
    const box = boxes.find(isFree) ?? (must ? boxes[0] : null);
    if (!box) continue;
    labelBoxes.push(box);
    context.globalAlpha = near ? 1 : 0.28;
    const middle = (box.left + box.right) / 2;
    thing.lines.forEach((line, at) => {
      writeText(context, line, middle, box.top + size * (0.95 + 1.2 * at), size, colours);
    });
  }
  context.globalAlpha = 1;
}

/** Where a label may stand: below its node, above it, right or left of it, in that order. */
function boxesAround({ key, x, y, radius }, width, height) {
  const gap = radius + 3;
  return [
    [x, y + gap + height / 2],
    [x, y - gap - height / 2],
    [x + gap + width / 2, y],
    [x - gap - width / 2, y],
  ].map(([middle, centre]) => ({
    key,
    left: middle - width / 2,
    right: middle + width / 2,
    top: centre - height / 2,
    bottom: centre + height / 2,
  }));
}

function isPicked(key) {
  return state.pointed?.key === key || state.chosen?.key === key;
}

function drawTieLabels(context, network, scale, reach, discs, colours) {
  const shown = [...ties.values()].filter((tie) => isTieShown(tie));
  const wanted = reach ? shown.filter((tie) => reach.ties.has(tie.key)) : shown;
  if (!reach && scale < 0.42) return;
  const size = letterSize(11.5, scale, 10, 16);
  for (const tie of wanted) {
    const curve = network.body.edges[tie.key]?.edgeType;
    if (!curve || tie.tail === tie.head) continue;
    const texts = tie.period ? [[tie.along, tie.period], [tie.along]] : [[tie.along]];
    const written = texts.some((lines) =>
      writeAlong(context, curve, tie, lines, size, discs, colours),
    );
    if (reach && !written) {
      const must = isPicked(tie.key);
      writeAcross(context, curve, tie, must ? texts[0] : [tie.along], size, must, discs, colours);
    }
  }
}

/** Write a label along a line if some spot of it is free; say whether it was written. */
function writeAlong(context, curve, tie, lines, size, discs, colours) {
  context.font = `400 ${size}px ${FONT}`;
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const from = curve.getPoint(0);
  const to = curve.getPoint(1);
  const tail = drawnNodes.get(tie.tail).size;
  const head = drawnNodes.get(tie.head).size + 10;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (width > length - tail - head) return false;
  for (const spot of SPOTS) {
    const middle = curve.getPoint(spot);
    const before = curve.getPoint(spot - 0.05);
    const after = curve.getPoint(spot + 0.05);
    let angle = Math.atan2(after.y - before.y, after.x - before.x);
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.PI * Math.sign(angle);
    const beads = beadsAlong(middle, angle, width, size, tie.key);
    if (beads.some((bead) => isBeadTaken(bead, discs))) continue;
    labelBeads.push(...beads);
    context.save();
    context.translate(middle.x, middle.y);
    context.rotate(angle);
    writeText(context, lines[0], 0, -size * 0.42, size, colours, colours.lineText[tie.standing]);
    if (lines[1]) {
      context.font = `400 ${size * 0.92}px ${FONT}`;
      writeText(context, lines[1], 0, size * 1.12, size, colours, colours.quiet);
    }
    context.restore();
    return true;
  }
  return false;
}

/** Write a label level on a plate over its line, where along the line there is no room for it. */
function writeAcross(context, curve, tie, lines, size, must, discs, colours) {
  context.font = `400 ${size}px ${FONT}`;
  const text = lines.join(" · ");
  const width = context.measureText(text).width + size;
  const tries = SPOTS.map((spot) => {
    const middle = curve.getPoint(spot);
    const beads = beadsAlong(middle, 0, width - size, size * 0.8, tie.key);
    return { middle, beads, taken: beads.filter((bead) => isBeadTaken(bead, discs)).length };
  });
  const best = tries.reduce((one, other) => (other.taken < one.taken ? other : one));
  if (best.taken && !must) return;
  const { x, y } = best.middle;
  labelBeads.push(...best.beads);
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.line[tie.standing];
  context.lineWidth = size * 0.08;
  context.beginPath();
  context.roundRect(x - width / 2, y - size * 0.85, width, size * 1.7, size * 0.5);
  context.fill();
  context.stroke();
  context.fillStyle = colours.lineText[tie.standing];
  context.fillText(text, x, y + size * 0.35);
}

function beadsAlong(middle, angle, width, size, key) {
  const radius = size * 1.15;
  const count = Math.max(2, Math.ceil(width / radius));
  return Array.from({ length: count }, (_, at) => {
    const along = -width / 2 + (width * at) / (count - 1);
    return {
      key,
      x: middle.x + Math.cos(angle) * along,
      y: middle.y + Math.sin(angle) * along,
      radius,
    };
  });
}

function isBeadTaken(bead, discs) {
  return (
    discs.some((disc) => apart(bead, disc) < bead.radius + disc.radius) ||
    labelBeads.some((other) => apart(bead, other) < bead.radius + other.radius) ||
    labelBoxes.some((box) => discMeetsBox({ ...bead, radius: bead.radius * 0.9 }, box))
  );
}

function writeText(context, text, x, y, size, colours, ink = colours.ink) {
  context.strokeStyle = colours.paper;
  context.lineWidth = size * 0.32;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function apart(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function boxesMeet(one, other) {
  return (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );
}

function discMeetsBox(disc, box) {
  const x = Math.min(Math.max(disc.x, box.left), box.right);
  const y = Math.min(Math.max(disc.y, box.top), box.bottom);
  return Math.hypot(disc.x - x, disc.y - y) < disc.radius;
}

function meetsDisc(box, discs) {
  return discs.some((disc) => disc.key !== box.key && discMeetsBox(disc, box));
}

/** Return what label lies at a point of the canvas, as a choice. */
function labelAt(point) {
  const box = labelBoxes.find(
    (one) =>
      point.x >= one.left && point.x <= one.right && point.y >= one.top && point.y <= one.bottom,
  );
  if (box) return { type: "thing", key: box.key };
  const bead = labelBeads.find((one) => apart(point, one) <= one.radius);
  return bead ? { type: "tie", key: bead.key } : null;
}
