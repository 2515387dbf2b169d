/** Elements made from plain text: nothing here, or elsewhere, reads text as HTML. */

type Child = Node | string | null | undefined | false;
type Facts = Record<string, string | number | boolean | EventListener | null | undefined>;

/**
 * Return a new element.
 *
 * @param tag Name of the element.
 * @param facts Attributes; `text` is set as text, and functions named `onclick` and so on are
 *   added as listeners. Null, undefined and false leave an attribute out.
 * @param children Kept in order; empty ones are dropped.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  facts: Facts = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...(children.filter((child) => child || child === "") as (Node | string)[]));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Return a small drawing of one path in a box of 16 by 16, hidden from screen readers. */
export function glyph(path: string, fill: string): SVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "glyph");
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", path);
  outline.setAttribute("fill", fill);
  drawing.append(outline);
  return drawing;
}

/** Return a text isolated from the direction of what stands around it. */
export function isolated(text: string): HTMLElement {
  return make("bdi", { text });
}

/** Return the element of an id that the page itself has; its absence is a mistake of ours. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
