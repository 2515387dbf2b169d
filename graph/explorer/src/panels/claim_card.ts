/** One claim in a panel: its sentence or other end, dates, status, verdict, and who says so. */

import { period } from "../data/days";
import { isolated, make } from "../dom/elements";
import { pageLink, thingLink } from "../dom/links";
import { publishedBy, webAddress } from "../text/readable";
import { count, STRINGS } from "../text/strings";
import type { App } from "./registry";

const words = STRINGS.profile;

/**
 * Return a card of a claim.
 *
 * @param seenFrom The end that the card stands under; without it, both ends are named.
 * @param open Whether its sources are shown at once.
 */
export function claimCard(app: App, claim: number, seenFrom?: number, open = false): HTMLElement {
  const { atlas } = app;
  const { claims } = atlas.data;
  const { subject, object } = atlas.endsOf(claim);
  const ends =
    seenFrom === undefined
      ? [
          thingLink(app, subject),
          make("span", { class: "phrase", text: ` ${atlas.relationOf(claim).phrase} ` }),
          thingLink(app, object),
        ]
      : [thingLink(app, atlas.otherEnd(claim, seenFrom))];
  const { day } = app.scene();
  const isOver = atlas.isBefore(claim, day) || atlas.verdictOf(claim).name === "outdated";
  const isPlanned = atlas.isAfter(claim, day);
  const facts = [
    atlas.isVote(claim)
      ? (claims.start[claim] ?? "")
      : period(claims.start[claim] ?? "", claims.end[claim] ?? "", atlas.data.release),
    atlas.statusOf(claim),
    isOver ? words.ended : isPlanned ? words.planned : "",
    claims.inferred[claim] ? words.inferred : "",
  ].filter(Boolean);
  const verdict = atlas.verdictOf(claim);
  return make(
    "div",
    { class: `claim${isOver || isPlanned ? " over" : ""}` },
    make("div", { class: "claim-ends" }, ...ends),
    make(
      "div",
      { class: "claim-facts" },
      make("span", { text: facts.join(" · ") }),
      verdict.name === "supported"
        ? null
        : make("span", { class: `verdict verdict-${verdict.name}`, text: verdict.words }),
    ),
    claims.note[claim] ? make("p", { class: "note" }, isolated(claims.note[claim] ?? "")) : null,
    sayings(app, claim, open),
  );
}

function sayings(app: App, claim: number, open: boolean): HTMLElement {
  const said = app.atlas.sayingsOf(claim);
  const id = app.atlas.data.claims.id[claim] ?? "";
  const part = make(
    "details",
    { class: "sources" },
    make("summary", { text: `${words.sources} (${count(said.length)})` }),
  );
  const fill = () => {
    if (part.childElementCount > 1) return;
    const reason = app.atlas.reasonOf(claim);
    if (reason) part.append(make("p", { class: "reason" }, isolated(reason)));
    part.append(make("ul", {}, ...said.map((each) => saying(app, each))));
    part.append(
      make("button", {
        type: "button",
        class: "link id",
        text: id,
        onclick: () => app.open({ type: "claim", id }),
      }),
    );
    const page = app.atlas.isVote(claim) ? null : pageLink(app, id); // not all sites have votes
    if (page) part.append(page);
  };
  part.addEventListener("toggle", fill);
  part.open = open;
  if (open) fill();
  return part;
}

type Saying = ReturnType<App["atlas"]["sayingsOf"]>[number];

function saying(app: App, each: Saying): HTMLElement {
  const { sources, classes } = app.atlas.data;
  const id = sources.id[each.source] ?? "";
  const url = webAddress(sources.url[each.source] ?? "");
  const seen = webAddress(each.seen);
  const facts = [
    publishedBy(sources, each.source),
    sources.published[each.source],
    classes[sources.class[each.source] ?? -1],
  ].filter(Boolean);
  const voice = each.voice ? app.atlas.thing(each.voice) : undefined;
  return make(
    "li",
    { class: `saying saying-${each.stance}` },
    each.stance === "affirms" ? null : make("strong", { text: `${words.says[each.stance]}: ` }),
    make(
      "button",
      { type: "button", class: "link", onclick: () => app.open({ type: "source", id }) },
      isolated(sources.title[each.source] || id),
    ),
    make("small", {}, isolated(facts.join(", "))),
    each.voice
      ? make(
          "small",
          {},
          `${words.voice} `,
          voice === undefined ? each.voice : thingLink(app, voice),
        )
      : null,
    each.quote ? make("blockquote", { dir: "auto", text: each.quote }) : null,
    outward(url || seen),
  );
}

/** Return a link that leads out of the atlas; only for http and https. */
export function outward(url: string): HTMLElement | null {
  if (!url) return null;
  return make(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer", class: "outward", dir: "ltr" },
    url.replace(/^https?:\/\/(www\.)?/, ""),
  );
}
