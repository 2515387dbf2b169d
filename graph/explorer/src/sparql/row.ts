/** The panel of the claims behind one row of an answer. */

import { make } from "../dom/elements";
import { claimCard } from "../panels/claim_card";
import { paged } from "../panels/paged";
import { registerPanel } from "../panels/registry";
import { STRINGS } from "../text/strings";
import { claimsBehind } from "./claims";
import { type Session, sessionOf } from "./session";
import { textOf } from "./terms";

const words = STRINGS.query;

/** Open the panel of a row. */
export function openRow(session: Session, row: number): void {
  session.keep({ row: String(row) });
  session.app.store.set({ panel: "row", table: false });
}

registerPanel({
  name: "row",
  under: "query",
  order: 56,
  depends: (state) => [state.extra.row, state.day],
  draw: (into, app) => {
    const session = sessionOf(app);
    const row = session.answer?.rows[Number(app.store.get().extra.row ?? -1)];
    into.append(
      make("button", {
        type: "button",
        class: "action",
        text: words.back,
        onclick: () => app.store.set({ panel: "query" }),
      }),
      make("h2", { text: words.row }),
    );
    if (!row) {
      into.append(make("p", { text: words.rowEmpty }));
      return;
    }
    const cells = row.map((term) => textOf(term, session.asking.prefixes)).filter(Boolean);
    into.append(
      make("p", { class: "quiet", dir: "auto", text: cells.join(" · ").slice(0, 300) }),
      paged(claimsBehind(session, row), (claim) => claimCard(app, claim)),
    );
  },
});
