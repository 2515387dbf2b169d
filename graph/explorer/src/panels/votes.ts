/** Votes in panels: who voted how in a profile, the choice of votes to draw, and two states' votes. */

import { make } from "../dom/elements";
import { EVERY, votesBy, votesCompared } from "../scene/votes";
import { count, STRINGS } from "../text/strings";
import { claimCard } from "./claim_card";
import { paged } from "./paged";
import { picker } from "./path";
import type { App } from "./registry";

const words = STRINGS.votes;

/** Return the part of a thing's profile that holds its votes; nothing where it has none. */
export function votesOfThing(app: App, at: number): HTMLElement[] {
  const { atlas, store } = app;
  const votes = votesBy(atlas, store.get(), at);
  if (!votes.length) return [];
  const id = atlas.idOf(at);
  const isVoter = votes.some((vote) => atlas.endsOf(vote).subject === at);
  const drawn = store.get().votes === id;
  return [
    make(
      "section",
      { class: "votes" },
      make("h3", { text: isVoter ? words.ofState : words.onResolution }),
      make("p", { class: "quiet", text: tally(app, votes) }),
      make("button", {
        type: "button",
        class: "action",
        text: drawn ? words.hide : words.draw,
        onclick: () => store.set({ votes: drawn ? "" : id }),
      }),
      ...(isVoter ? byResolution(app, votes) : byVote(app, votes, at)),
    ),
  ];
}

/** Return the part of the filters that chooses whose votes are drawn; nothing without votes. */
export function votesFilter(app: App): HTMLElement | null {
  const { atlas, store } = app;
  const all = atlas.claimCount - atlas.firstVote;
  if (!all) return null;
  const { votes } = store.get();
  const take = (at: number) => {
    if (atlas.votesOf[at]?.length) store.set({ votes: atlas.idOf(at) });
    else app.say(words.none(atlas.labelOf(at)));
  };
  const choice = (text: string, value: string) =>
    make("button", {
      type: "button",
      class: "link",
      "aria-pressed": String(votes === value),
      text,
      onclick: () => store.set({ votes: value }),
    });
  return make(
    "fieldset",
    { class: "group plain" },
    make("legend", { text: words.heading }),
    picker(app, "votes-of", words.of, atlas.thing(votes), take),
    make("p", { class: "both" }, choice(words.nobody, ""), choice(words.every(count(all)), EVERY)),
  );
}

/** Return what the votes of two states have in common; nothing where they share no resolution. */
export function votesOfTwo(app: App, one: number, other: number): HTMLElement[] {
  const { alike, unlike } = votesCompared(app.atlas, app.store.get(), one, other);
  const both = alike.length + unlike.length;
  if (!both) return [];
  const part = make(
    "details",
    { class: "group" },
    make("summary", {}, make("h3", { text: words.differing(count(unlike.length)) })),
    paged(
      unlike.sort(([a], [b]) => newestFirst(app, a, b)),
      ([ours, theirs]) => make("div", {}, claimCard(app, ours), claimCard(app, theirs)),
    ),
  );
  return [
    make("h3", { text: words.heading }),
    make("p", { text: words.alike(count(alike.length), count(both)) }),
    ...(unlike.length ? [part] : []),
  ];
}

function byVote(app: App, votes: readonly number[], at: number): HTMLElement[] {
  const { atlas } = app;
  const name = (vote: number) => atlas.labelOf(atlas.otherEnd(vote, at));
  return groups(app, votes).map(([group, found]) =>
    make(
      "details",
      { class: "group" },
      make(
        "summary",
        {},
        make("h3", { text: group }),
        make("small", { text: count(found.length) }),
      ),
      paged(
        found.sort((a, b) => name(a).localeCompare(name(b))),
        (vote) => claimCard(app, vote, at),
      ),
    ),
  );
}

function byResolution(app: App, votes: readonly number[]): HTMLElement[] {
  const sorted = [...votes].sort((a, b) => newestFirst(app, a, b));
  return [
    make(
      "details",
      { class: "group" },
      make("summary", {}, make("h3", { text: words.byResolution })),
      paged(sorted, (vote) => claimCard(app, vote)),
    ),
  ];
}

/** Return the votes by how they were cast, in the order of the ballots. */
function groups(app: App, votes: readonly number[]): [string, number[]][] {
  const { ballots, claims, relations } = app.atlas.data;
  const named = (ballot: number) => relations[ballot]?.name ?? "";
  return ballots
    .map((ballot): [string, number[]] => [
      words.ballots[named(ballot)] ?? relations[ballot]?.group ?? "",
      votes.filter((vote) => claims.relation[vote] === ballot),
    ])
    .filter(([, found]) => found.length);
}

function tally(app: App, votes: readonly number[]): string {
  return groups(app, votes)
    .map(([group, found]) => `${count(found.length)} ${group}`)
    .join(" · ");
}

function newestFirst(app: App, a: number, b: number): number {
  const { start } = app.atlas.data.claims;
  return (start[b] ?? "").localeCompare(start[a] ?? "") || a - b;
}
