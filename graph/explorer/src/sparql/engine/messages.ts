/** What the page and the engine's worker say to each other. */

export interface Start {
  type: "start";
  engine: Uint8Array;
  record: Uint8Array;
  general: Readonly<Record<string, readonly string[]>>;
}

export interface Ask {
  type: "ask";
  text: string;
}

/** A term as SPARQL's JSON results have it; a triple of RDF 1.2 has its parts as the value. */
export interface Term {
  type: string;
  value: string | { subject: Term; predicate: Term; object: Term };
  datatype?: string;
  "xml:lang"?: string;
}

export interface Solutions {
  heads: string[];
  rows: (Term | null)[][];
}

export type Said =
  | { type: "filling"; share: number }
  | { type: "ready"; quads: number }
  | { type: "answer"; answer: Solutions }
  | { type: "fault"; words: string };
