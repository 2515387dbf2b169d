/** Colours of the picture: those of the style sheet, as numbers for WebGL. */

export type Colour = readonly [number, number, number, number];

export interface Inks {
  readonly page: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rim: string;
  readonly accent: string;
  readonly line: Colour;
  readonly ended: Colour;
  readonly contested: Colour;
  readonly inferred: Colour;
  readonly chosen: Colour;
  readonly sum: Colour;
  readonly path: Colour;
}

/** Return the colours that the style sheet gives now, in the reader's light or dark scheme. */
export function readInks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const text = (name: string) => style.getPropertyValue(name).trim();
  return {
    page: text("--page"),
    ink: text("--ink"),
    quiet: text("--quiet"),
    rim: text("--rim"),
    accent: text("--accent"),
    line: colour(text("--line")),
    ended: colour(text("--line-ended")),
    contested: colour(text("--contested")),
    inferred: colour(text("--line-inferred")),
    chosen: colour(text("--accent")),
    sum: colour("#CC79A7"),
    path: colour("#D55E00"),
  };
}

/** Return a colour `#RRGGBB` as four bytes; anything else gives grey. */
export function colour(text: string): Colour {
  const found = /^#([0-9a-f]{6})$/i.exec(text);
  const value = Number.parseInt(found?.[1] ?? "8c8c8c", 16);
  return [value >> 16, (value >> 8) & 255, value & 255, 255];
}

/** Fills of the coalitions, from the palette of Okabe and Ito. */
export const COALITION_FILLS: Readonly<Record<string, string>> = {
  Artemis: "#0072B2",
  ILRS: "#D55E00",
  both: "#CC79A7",
  "": "#8C8C8C",
};
