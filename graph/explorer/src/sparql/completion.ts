/** Words that fit where one types: prefixes, terms with their comments, ids of things, variables. */

import type { Completion, CompletionSource } from "@codemirror/autocomplete";
import type { Session } from "./session";

const KEYWORDS =
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES EXISTS NOT ORDER BY ASC DESC LIMIT OFFSET GROUP HAVING COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT AS IN ASK CONSTRUCT DESCRIBE FROM NAMED PREFIX STR LANG YEAR MONTH CONTAINS STRSTARTS LCASE REGEX COALESCE IF BOUND";

/** Return what completes words for a page. */
export function completions(session: Session): CompletionSource {
  const { asking, app } = session;
  const keywords = KEYWORDS.split(" ").map((label) => ({ label, type: "keyword" }));
  const prefixes = Object.entries(asking.prefixes).map(([name, iri]) => ({
    label: `${name}:`,
    detail: iri,
    type: "namespace",
  }));
  const terms = asking.terms.map(([name, kind, comment]) => ({
    label: `comity:${name}`,
    detail: kind,
    info: comment,
    type: kind,
    boost: kind === "relation" ? 1 : 0,
  }));
  const things = new Map<string, Completion[]>();
  app.atlas.data.things.id.forEach((id, at) => {
    const [kind = "", slug = ""] = id.split("/");
    const found = things.get(kind) ?? [];
    found.push({ label: `${kind}:${slug}`, detail: app.atlas.labelOf(at) });
    things.set(kind, found);
  });
  return (context) => {
    const word = context.matchBefore(/[?$]\w*|[\w-]*:[\w-]*|\w+/);
    if (!word || (word.from === word.to && !context.explicit)) {
      return context.explicit ? { from: context.pos, options: [...keywords, ...prefixes] } : null;
    }
    const { from, text } = word;
    const kind = text.split(":")[0] ?? "";
    if (/^[?$]/.test(text)) {
      const names = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
      names.delete(text);
      return { from, options: [...names].map((label) => ({ label, type: "variable" })) };
    }
    if (text.includes(":")) {
      return { from, options: kind === "comity" ? terms : (things.get(kind) ?? []) };
    }
    return { from, options: [...keywords, ...prefixes, ...terms] };
  };
}
