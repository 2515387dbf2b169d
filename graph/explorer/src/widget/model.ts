/**
 * What the widget shares with Python, as anywidget hands it over, and what Python gives it to draw:
 * `comity.views.widget.payload` writes it. Things go by their position in `things`; names that
 * sources wrote are only ever values.
 */

import type { StandingName } from "./standing";

export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

export interface Source {
  title: string;
  publisher: string;
  published: string;
  url: string;
  unlinked: string;
}

export interface Claim {
  id: string;
  start: string;
  end: string;
  period: string;
  /** First and last day on which it may have held, since 1970-01-01; null for open. */
  from: number | null;
  until: number | null;
  verdict: string;
  verdict_words: string;
  legal_status: string;
  note: string;
  sources: Source[];
}

export interface Thing {
  id: string;
  label: string;
  lines: string[];
  /** Position in `kinds`. */
  kind: number;
  description: string;
  period: string;
  centre: boolean;
  x: number;
  y: number;
  /** Half the width of its mark. */
  size: number;
}

export interface Tie {
  tail: number;
  head: number;
  subject: number;
  object: number;
  phrase: string;
  along: string;
  bend: number;
  claims: Claim[];
}

export interface KindLook {
  one: string;
  many: string;
  fill: string;
  outline: string;
}

export interface LineLook {
  words: string;
  dashes: number[];
  width: number;
}

export interface Picture {
  title: string;
  today: number;
  first: number;
  last: number;
  omitted: number;
  /** In the order of legends. */
  kinds: KindLook[];
  lines: Record<StandingName, LineLook>;
  things: Thing[];
  ties: Tie[];
}

/** Return the looks of a thing's kind. */
export function lookOf(picture: Picture, thing: Thing): KindLook {
  const look = picture.kinds[thing.kind];
  if (!look) throw new RangeError(`the data has no kind ${thing.kind}`);
  return look;
}
