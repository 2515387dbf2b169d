/** What is seen as a drawing of lines and shapes. */

import { toScreen } from "../draw/camera";
import { COALITION_FILLS } from "../draw/colours";
import { FONT } from "../draw/labels";
import { DASHES } from "../draw/sheet";
import type { App, Drawn } from "../panels/registry";
import { Line } from "../scene/scene";
import { drawnAt, escaped } from "./saving";

export function svgOf(app: App, drawn: Drawn): string {
  const { atlas } = app;
  const scene = app.scene();
  const { view, size, inks, labels } = drawn.seen();
  const { x, y } = atlas.data.things;
  const spot = (at: number) => toScreen(view, size, x[at] ?? 0, y[at] ?? 0);
  const near = ([left, top]: readonly [number, number]) =>
    left > -200 && top > -200 && left < size.width + 200 && top < size.height + 200;
  const n = (value: number) => value.toFixed(1);
  const lines = drawnAt(scene.claims).flatMap((at) => {
    const { subject, object } = atlas.endsOf(at);
    const [one, other] = [spot(subject), spot(object)];
    if (!near(one) && !near(other)) return [];
    const line = scene.claims[at] ?? 0;
    const ink = line === Line.Contested ? inks.contested : inks.line;
    const dash = DASHES[line] ? ` stroke-dasharray="${DASHES[line]}"` : "";
    return `<path d="M${n(one[0])} ${n(one[1])}L${n(other[0])} ${n(other[1])}" stroke="rgb(${ink.slice(0, 3).join(" ")})"${dash}/>`;
  });
  const marks = drawnAt(scene.things).flatMap((at) => {
    const place = spot(at);
    if (!near(place)) return [];
    const kind = atlas.kindOf(at);
    const byCoalition = app.store.get().colour === "coalition";
    const fill = byCoalition
      ? (COALITION_FILLS[scene.coalitions[at] ?? ""] ?? "#8C8C8C")
      : kind.fill;
    const scale = drawn.radius(at) / 6.5;
    return `<path d="${kind.outline}" fill="${fill}" transform="translate(${n(place[0] - 8 * scale)} ${n(place[1] - 8 * scale)}) scale(${scale.toFixed(3)})"/>`;
  });
  const names = labels.map(
    (label) =>
      `<text x="${n(label.left)}" y="${n(label.top)}" font-size="${n(label.size)}">${escaped(label.text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<rect width="100%" height="100%" fill="${inks.page}"/>`,
    `<g fill="none" stroke-opacity="0.3">${lines.join("")}</g>`,
    `<g stroke="${inks.rim}" stroke-width="0.8">${marks.join("")}</g>`,
    `<g fill="${inks.ink}" stroke="${inks.page}" stroke-width="3" paint-order="stroke" dominant-baseline="middle" font-family="${escaped(FONT)}">${names.join("")}</g>`,
    "</svg>\n",
  ].join("\n");
}
