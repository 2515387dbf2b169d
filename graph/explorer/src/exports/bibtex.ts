/** The sources of what is drawn, for lists of references. */

import type { App } from "../panels/registry";
import { drawnAt } from "./saving";

export function bibtexOf(app: App): string {
  const { atlas } = app;
  const { sources } = atlas.data;
  const used = new Set<number>();
  for (const at of drawnAt(app.scene().claims)) {
    for (const said of atlas.sayingsOf(at)) used.add(said.source);
  }
  const entries = [...used]
    .sort((a, b) => a - b)
    .map((at) => {
      const [year, month] = (sources.published[at] ?? "").split("-");
      const fields = [
        ["title", `{${plain(sources.title[at])}}`],
        ["author", sources.publisher[at] ? `{${plain(sources.publisher[at])}}` : ""],
        ["howpublished", sources.via[at] ? `via ${plain(sources.via[at])}` : ""],
        ["year", year],
        ["month", month],
        ["url", sources.url[at]],
      ].filter(([, value]) => value);
      const key = (sources.id[at] ?? "").replace(/^source\//, "").replace(/[^\w:.-]/g, "-");
      return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${name === "url" ? url(value) : value}}`).join(",\n")}\n}`;
    });
  return `${entries.join("\n\n")}\n`;
}

/** Return a text in which no sign has a meaning for BibTeX or TeX. */
function plain(text: string | undefined): string {
  return (text ?? "")
    .replace(/[\\{}]/g, " ")
    .replace(/([&%$#_])/g, "\\$1")
    .replace(/~/g, "\\~{}")
    .replace(/\^/g, "\\^{}");
}

function url(text: string | undefined): string {
  return (text ?? "").replace(/[{}\\]/g, encodeURIComponent);
}
