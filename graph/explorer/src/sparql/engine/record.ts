/** The record, from the terms and columns that `comity.views.atlas.record` writes. */

const RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const PART = 30_000;

/**
 * Yield the record as N-Quads, some thousand lines at a time, with the share that is done.
 *
 * @param content The record as the page carries it, inflated.
 * @param general For each relation, itself and those that are more general: the reifiers of RDF 1.2
 *   that Comity's stores have follow from them.
 */
export function* recordLines(
  content: Uint8Array,
  general: Readonly<Record<string, readonly string[]>>,
): Generator<{ lines: string; share: number }> {
  const size = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
  const terms = termsOf(new TextDecoder().decode(content.subarray(4, 4 + size)));
  let at = 4 + size;
  const next = () => {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = content[at++] ?? 0;
      value += (byte & 127) * weight;
      if (byte < 128) return value;
      weight *= 128;
    }
  };
  const ends = new Map<string, Map<number, number>>();
  let lines: string[] = [];
  let claims = "";
  const flushed = () => {
    const part = { lines: lines.join(""), share: at / content.length };
    lines = [];
    return part;
  };
  while (at < content.length) {
    const graph = terms[next()] ?? "";
    const predicate = terms[next()] ?? "";
    const rows = next();
    const subjects = new Uint32Array(rows);
    let subject = 0;
    for (let row = 0; row < rows; row++) {
      subject += next();
      subjects[row] = subject;
    }
    const end = ["subject>", "predicate>", "object>"].find((name) => predicate === RDF + name);
    const isEnd = end !== undefined && graph.endsWith("/graph/claims>");
    const found = new Map<number, number>();
    if (isEnd) {
      ends.set(end, found);
      claims = graph;
    }
    let object = 0;
    for (let row = 0; row < rows; row++) {
      const step = next();
      object += step % 2 ? -(step - 1) / 2 : step / 2;
      const about = subjects[row] ?? 0;
      if (isEnd) found.set(about, object);
      lines.push(`${terms[about]} ${predicate} ${terms[object]} ${graph} .\n`);
      if (lines.length >= PART) yield flushed();
    }
  }
  for (const [claim, relation] of ends.get("predicate>") ?? []) {
    const [subject, object] = [ends.get("subject>")?.get(claim), ends.get("object>")?.get(claim)];
    const [one, other] = [terms[subject ?? -1], terms[object ?? -1]];
    if (!one || !other?.startsWith("<")) continue;
    const name = terms[relation]?.slice(1, -1) ?? "";
    for (const each of general[name] ?? [name]) {
      lines.push(`${terms[claim]} ${RDF}reifies> <<( ${one} <${each}> ${other} )>> ${claims} .\n`);
      if (lines.length >= PART) yield flushed();
    }
  }
  if (lines.length) yield flushed();
}

function termsOf(text: string): string[] {
  let before = "";
  return text.split("\n").map((line) => {
    before = before.slice(0, line.charCodeAt(0) - 32) + line.slice(1);
    return before;
  });
}
