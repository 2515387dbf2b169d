/** The claims that are drawn, one a row, with their sources. */

import type { App } from "../panels/registry";
import { drawnAt } from "./saving";

const HEADS = [
  "claim",
  "subject",
  "subject_label",
  "relation",
  "object",
  "object_label",
  "start",
  "end",
  "status",
  "verdict",
  "inferred",
  "sources",
  "note",
];

export function csvOf(app: App): string {
  const { atlas } = app;
  const { claims, sources } = atlas.data;
  const rows = drawnAt(app.scene().claims).map((at) => {
    const { subject, object } = atlas.endsOf(at);
    return [
      claims.id[at],
      atlas.idOf(subject),
      atlas.labelOf(subject),
      atlas.relationOf(at).name,
      atlas.idOf(object),
      atlas.labelOf(object),
      claims.start[at],
      claims.end[at],
      atlas.statusOf(at),
      atlas.verdictOf(at).name,
      claims.inferred[at] ? "true" : "false",
      atlas
        .sayingsOf(at)
        .map((said) => sources.id[said.source])
        .join(" "),
      claims.note[at],
    ];
  });
  return `${[HEADS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Return a cell; what a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | undefined): string {
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
