/** The profile of one claim, with its sources open, and of other claims between the same two. */

import { make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import { claimCard } from "./claim_card";
import type { App } from "./registry";

export function claimProfile(into: HTMLElement, app: App, at: number): void {
  const { atlas } = app;
  const { subject, object } = atlas.endsOf(at);
  const between = (atlas.claimsOf[subject] ?? []).filter(
    (claim) => claim !== at && atlas.otherEnd(claim, subject) === object,
  );
  into.append(
    make("p", { class: "kicker", text: STRINGS.profile.claim }),
    make("h2", {
      class: "sentence",
      text: `${atlas.labelOf(subject)} ${atlas.relationOf(at).phrase} ${atlas.labelOf(object)}`,
    }),
    claimCard(app, at, undefined, true),
    ...between.map((claim) => claimCard(app, claim)),
  );
}
