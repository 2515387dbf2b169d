/** What is drawn as GEXF 1.3 with lifespans, for Gephi. */

import { dayText } from "../data/days";
import type { App } from "../panels/registry";
import { drawnAt, escaped } from "./saving";

export function gexfOf(app: App): string {
  const { atlas } = app;
  const scene = app.scene();
  const { things, claims, release } = atlas.data;
  const nodes = drawnAt(scene.things).map((at) => {
    const kind = atlas.kindOf(at);
    const [red, green, blue] = [1, 3, 5].map((from) =>
      Number.parseInt(kind.fill.slice(from, from + 2), 16),
    );
    return (
      `<node id="${escaped(atlas.idOf(at))}" label="${escaped(atlas.labelOf(at))}"` +
      `${span(things.from[at], things.until[at])}><attvalues><attvalue for="kind" value="${escaped(kind.name)}"/></attvalues>` +
      `<viz:position x="${things.x[at]}" y="${-(things.y[at] ?? 0)}"/>` +
      `<viz:color r="${red}" g="${green}" b="${blue}"/></node>`
    );
  });
  const edges = drawnAt(scene.claims).map((at) => {
    const { subject, object } = atlas.endsOf(at);
    const [tail, head] = claims.reversed[at] ? [object, subject] : [subject, object];
    return (
      `<edge id="${escaped(claims.id[at] ?? "")}" source="${escaped(atlas.idOf(tail))}"` +
      ` target="${escaped(atlas.idOf(head))}" label="${escaped(atlas.relationOf(at).name)}"` +
      `${span(claims.from[at], claims.until[at])}><attvalues>` +
      `<attvalue for="verdict" value="${escaped(atlas.verdictOf(at).name)}"/></attvalues></edge>`
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta lastmodifieddate="${escaped(release)}"><creator>Comity</creator></meta>`,
    '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">',
    '<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
    '<attributes class="edge"><attribute id="verdict" title="verdict" type="string"/></attributes>',
    `<nodes>${nodes.join("\n")}</nodes>`,
    `<edges>${edges.join("\n")}</edges>`,
    "</graph></gexf>\n",
  ].join("\n");
}

function span(from: number | null | undefined, until: number | null | undefined): string {
  const start = from === null || from === undefined ? "" : ` start="${dayText(from)}"`;
  const end = until === null || until === undefined ? "" : ` end="${dayText(until)}"`;
  return start + end;
}
