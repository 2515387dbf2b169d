// What the page knows and what the reader has chosen. Names that sources wrote are only ever
// values here, never keys of objects: things and ties go by their keys n0, n1 … and e0, e1 …

/**
 * @typedef {{key: string, id: string, label: string, short: string, lines: string[], kind: string,
 *   kind_words: string, description: string, period: string, distance: number,
 *   centre: boolean}} Thing
 * @typedef {{title: string, publisher: string, published: string, url: string,
 *   unlinked: string}} Source
 * @typedef {{id: string, period: string, verdict: string, verdict_words: string,
 *   legal_status: string, note: string, sources: Source[]}} Claim
 * @typedef {{key: string, tail: string, head: string, subject: string, object: string,
 *   phrase: string, along: string, standing: string, ended: boolean, inferred: boolean, verdict: string,
 *   period: string, claims: Claim[]}} Tie
 * @typedef {{type: "thing" | "tie", key: string} | null} Choice
 */

const data = JSON.parse(document.getElementById("data").textContent);

/** @type {Map<string, Thing>} */
const things = new Map(data.things.map((thing) => [thing.key, thing]));
/** @type {Map<string, Tie>} */
const ties = new Map(data.ties.map((tie) => [tie.key, tie]));
const drawnNodes = new Map(data.nodes.map((node) => [node.id, node]));
const drawnEdges = new Map(data.edges.map((edge) => [edge.id, edge]));

/** @type {Map<string, Tie[]>} */
const tiesOf = new Map(data.things.map((thing) => [thing.key, []]));
for (const tie of ties.values()) {
  tiesOf.get(tie.tail).push(tie);
  if (tie.head !== tie.tail) tiesOf.get(tie.head).push(tie);
}

const state = {
  /** @type {Choice} */ chosen: null,
  /** @type {Choice} */ pointed: null,
  hiddenKinds: new Set(),
  hiddenStandings: new Set(),
};

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
const darkness = window.matchMedia("(prefers-color-scheme: dark)");

/** Whether a thing is shown under the reader's filters. */
function isThingShown(key) {
  return !state.hiddenKinds.has(things.get(key).kind);
}

/** Whether a tie is shown: its standing and both its ends are. */
function isTieShown(tie) {
  return (
    !state.hiddenStandings.has(tie.standing) && isThingShown(tie.tail) && isThingShown(tie.head)
  );
}

/** Keys of the things and ties that belong to a choice; null when nothing is chosen. */
function reachOf(choice) {
  if (!choice) return null;
  if (choice.type === "tie") {
    const tie = ties.get(choice.key);
    return { things: new Set([tie.tail, tie.head]), ties: new Set([tie.key]) };
  }
  const near = tiesOf.get(choice.key).filter(isTieShown);
  return {
    things: new Set([choice.key, ...near.flatMap((tie) => [tie.tail, tie.head])]),
    ties: new Set(near.map((tie) => tie.key)),
  };
}
