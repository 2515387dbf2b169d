/** The worker: the engine, filled with the record, that answers one query after another. */

import { initSync, type Quad, Store } from "oxigraph/web.js";
import type { Ask, Said, Solutions, Start, Term } from "./messages";
import { recordLines } from "./record";
import { formOf, namesGraphs } from "./words";

let store: Store | null = null;

self.addEventListener("message", ({ data }: MessageEvent<Start | Ask>) => {
  try {
    if (data.type === "start") fill(data);
    else say({ type: "answer", answer: answerTo(data.text) });
  } catch (problem) {
    say({ type: "fault", words: problem instanceof Error ? problem.message : String(problem) });
  }
});

function say(message: Said): void {
  self.postMessage(message);
}

function fill({ engine, record, general }: Start): void {
  initSync({ module: engine as Uint8Array<ArrayBuffer> });
  const filled = new Store();
  const options = { format: "application/n-quads", no_transaction: true, lenient: true };
  for (const { lines, share } of recordLines(record, general)) {
    filled.load(lines, options);
    say({ type: "filling", share });
  }
  store = filled;
  say({ type: "ready", quads: filled.size });
}

function answerTo(text: string): Solutions {
  if (!store) throw new Error("the engine is not filled");
  const options = { use_default_graph_as_union: !namesGraphs(text) };
  if (formOf(text) === "SELECT" || formOf(text) === "ASK") {
    const json = store.query(text, { ...options, results_format: "json" }) as string;
    return fromJson(JSON.parse(json));
  }
  const quads = store.query(text, options) as Quad[];
  if (!Array.isArray(quads)) throw new Error("the answer is no graph");
  const heads = ["subject", "predicate", "object"];
  return {
    heads,
    rows: quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(termOf)),
  };
}

interface Json {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, Term>[] };
}

function fromJson({ head, boolean: truth, results }: Json): Solutions {
  if (truth !== undefined) {
    return { heads: ["answer"], rows: [[{ type: "literal", value: String(truth) }]] };
  }
  const heads = head.vars ?? [];
  return {
    heads,
    rows: (results?.bindings ?? []).map((row) => heads.map((name) => row[name] ?? null)),
  };
}

function termOf(term: Quad["object"] | Quad["subject"]): Term {
  switch (term.termType) {
    case "NamedNode":
      return { type: "uri", value: term.value };
    case "Literal":
      return { type: "literal", value: term.value, datatype: term.datatype.value };
    case "Quad":
      return {
        type: "triple",
        value: {
          subject: termOf(term.subject as Quad["subject"]),
          predicate: termOf(term.predicate as Quad["subject"]),
          object: termOf(term.object as Quad["object"]),
        },
      };
    default:
      return { type: "bnode", value: term.value };
  }
}
