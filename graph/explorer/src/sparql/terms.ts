/** Terms of an answer as texts: ids of Comity's things, prefixed names, plain values. */

import { readable } from "../text/readable";
import type { Term } from "./engine/messages";

const ID = "https://w3id.org/comity/id/";

/** Return the id that a term stands for, such as `nation/chn`; empty for what is no thing of ours. */
export function idOf(term: Term | null): string {
  const value = term?.type === "uri" ? String(term.value) : "";
  return value.startsWith(ID) ? value.slice(ID.length) : "";
}

/** Return a term as a text to read. */
export function textOf(term: Term | null, prefixes: Readonly<Record<string, string>>): string {
  if (!term) return "";
  if (typeof term.value !== "string") {
    const { subject, predicate, object } = term.value;
    return `<<( ${[subject, predicate, object].map((each) => textOf(each, prefixes)).join(" ")} )>>`;
  }
  const id = idOf(term);
  if (id) return readable(id);
  if (term.type !== "uri") return readable(term.value);
  for (const [name, start] of Object.entries(prefixes)) {
    if (term.value.startsWith(start)) return readable(`${name}:${term.value.slice(start.length)}`);
  }
  return readable(term.value);
}

/** Return a value to sort by: numbers as numbers, everything else as text. */
export function rankOf(term: Term | null): number | string {
  if (!term || typeof term.value !== "string") return "";
  const isNumber = /#(integer|decimal|double|float|int|long)$/.test(term.datatype ?? "");
  return isNumber ? Number(term.value) : term.value;
}

/** Whether a term is a date, whole or partial. */
export function isDate(term: Term | null): boolean {
  return /#(date|gYear|gYearMonth|dateTime)$/.test(term?.datatype ?? "");
}
