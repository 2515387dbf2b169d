/** What a full page carries for asking, as `comity.views.atlas.asking` writes it. */

import type { Atlas } from "../data/atlas";

export interface Parameter {
  name: string;
  /** `entity`, a kind of thing, `relation`, `provision`, `date`, `integer` or `text`. */
  type: string;
  entity: boolean;
  default: string | null;
  meaning: string;
  needed: boolean;
}

export interface NamedQuery {
  name: string;
  title: string;
  question: string;
  /** Whether it answers for any day. */
  timed: boolean;
  /** Its text for all times. */
  always: string;
  /** Its text for `someDay`. */
  onDay: string;
  parameters: Parameter[];
}

export interface Asking {
  prefixes: Record<string, string>;
  today: string;
  someDay: string;
  /** Whether the record holds only what a moment shows. */
  restricted: boolean;
  queries: NamedQuery[];
  relations: Record<string, string>;
  provisions: Record<string, string>;
  /** Relations with themselves and those that are more general. */
  general: Record<string, string[]>;
  /** Name, kind and comment of each term of the ontology. */
  terms: [string, string, string][];
}

/** Return what a full page carries for asking. */
export function askingOf(atlas: Atlas): Asking {
  const { asking } = atlas.data as Atlas["data"] & { asking?: Asking };
  if (!asking) throw new Error("the page carries no record to ask");
  return asking;
}
