/** What is chosen, in words: ties on the day, with their claims and the sources of these. */

import { glyph, isolated, make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import { type Claim, lookOf, type Picture, type Source } from "./model";
import type { Choice } from "./selection";
import type { Shown, ShownTie } from "./standing";

/** Return the parts of the panel. */
export function details(picture: Picture, choice: Choice, shown: Shown): HTMLElement[] {
  const ids = choice.ids();
  if (!ids.length) return [make("p", { class: "quiet", text: STRINGS.widget.empty })];
  const clear = make("button", {
    type: "button",
    class: "clear",
    text: STRINGS.path.clear,
    onclick: () => choice.set([]),
  });
  const claims = ids.filter((id) => !picture.things.some((thing) => thing.id === id));
  const single = shown.ties.filter((tie) => tie.claims.some((claim) => claims.includes(claim.id)));
  return [
    clear,
    ...single.map((tie) => tieArticle(picture, choice, tie, claims)),
    ...ids.flatMap((id) => {
      const at = picture.things.findIndex((thing) => thing.id === id);
      const thing = picture.things[at];
      if (!thing) return [];
      const look = lookOf(picture, thing);
      const ties = shown.ties.filter(({ tie }) => tie.subject === at || tie.object === at);
      return [
        make("p", { class: "name" }, glyph(look.outline, look.fill), isolated(thing.label)),
        make("p", { class: "quiet", text: [look.one, thing.period].filter(Boolean).join(" · ") }),
        thing.description
          ? make("p", {}, isolated(thing.description))
          : make("p", { hidden: true }),
        ...(ties.length
          ? ties.map((tie) => tieArticle(picture, choice, tie))
          : [make("p", { class: "quiet", text: STRINGS.widget.noTies })]),
      ];
    }),
  ];
}

function tieArticle(
  picture: Picture,
  choice: Choice,
  { tie, claims, standing }: ShownTie,
  only?: readonly string[],
): HTMLElement {
  const wanted = only ? claims.filter((claim) => only.includes(claim.id)) : claims;
  return make(
    "article",
    { class: `claim ${standing}` },
    make(
      "p",
      { class: "sentence" },
      thingButton(picture, choice, tie.subject),
      isolated(` ${tie.phrase} `),
      thingButton(picture, choice, tie.object),
    ),
    ...wanted.map(claimPart),
  );
}

function claimPart(claim: Claim): HTMLElement {
  const facts = [
    claim.period,
    claim.legal_status,
    claim.verdict === "supported" ? "" : claim.verdict_words,
  ];
  return make(
    "div",
    {},
    make("p", { class: "quiet", text: facts.filter(Boolean).join(" · ") }),
    claim.note ? make("p", {}, isolated(claim.note)) : null,
    make(
      "details",
      {},
      make("summary", { text: `${STRINGS.profile.sources} (${claim.sources.length})` }),
      make("ul", {}, ...claim.sources.map(sourceItem)),
      make("code", { text: claim.id }),
    ),
  );
}

function sourceItem(source: Source): HTMLElement {
  const link = source.url
    ? make("a", {
        href: source.url,
        rel: "noopener noreferrer",
        target: "_blank",
        text: source.title,
      })
    : make("span", { text: source.title });
  const facts = [source.publisher, source.published, source.unlinked].filter(Boolean).join(", ");
  return make("li", {}, make("bdi", {}, link), make("small", { text: facts ? ` ${facts}` : "" }));
}

function thingButton(picture: Picture, choice: Choice, at: number): HTMLElement {
  const thing = picture.things[at];
  if (!thing) throw new RangeError(`the data has no thing ${at}`);
  return make(
    "button",
    { type: "button", class: "link", onclick: () => choice.set([thing.id]) },
    isolated(thing.label),
  );
}
