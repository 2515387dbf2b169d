/** The profile of a source: what it is, where it is, and the claims that it speaks on. */

import { isolated, make } from "../dom/elements";
import { pageLink } from "../dom/links";
import { publishedBy, webAddress } from "../text/readable";
import { count, STRINGS } from "../text/strings";
import { claimCard, outward } from "./claim_card";
import { paged } from "./paged";
import type { App } from "./registry";

export function sourceProfile(into: HTMLElement, app: App, at: number): void {
  const { sources, classes, attestations } = app.atlas.data;
  const claims = [
    ...new Set(attestations.claim.filter((_, place) => attestations.source[place] === at)),
  ];
  const facts = [publishedBy(sources, at), sources.published[at], classes[sources.class[at] ?? -1]];
  into.append(
    make("p", { class: "kicker", text: STRINGS.profile.source }),
    make("h2", {}, isolated(sources.title[at] || (sources.id[at] ?? ""))),
    make("p", { class: "quiet" }, isolated(facts.filter(Boolean).join(" · "))),
    outward(webAddress(sources.url[at] ?? "")) ??
      make("p", { class: "quiet", text: STRINGS.profile.noAddress }),
    pageLink(app, sources.id[at] ?? "") ?? "",
    make("h3", { text: `${STRINGS.profile.claimsOfSource} (${count(claims.length)})` }),
    paged(claims, (claim) => claimCard(app, claim)),
  );
}
