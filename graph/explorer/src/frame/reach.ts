/** What stands out in the picture: a path, else what is pointed at, else what is chosen. */

import type { Hit } from "../draw/hits";
import type { Reach } from "../draw/sheet";
import type { App } from "../panels/registry";
import { chainsBetween } from "../path/chains";
import type { AppState } from "../state/state";

type Offer = (app: App, state: AppState) => Reach | null;
const offers: Offer[] = [];

/** Add what an optional feature wants to stand out; it comes after what is pointed at. */
export function offerReach(offer: Offer): void {
  offers.push(offer);
}

export function reachOf(app: App, state: AppState, hover: Hit): Reach | null {
  const { atlas } = app;
  if (hover) return hover.type === "thing" ? around(app, hover.at) : alone(app, hover.at);
  for (const offer of offers) {
    const offered = offer(app, state);
    if (offered) return offered;
  }
  if (state.panel === "path" && state.path.every(Boolean)) {
    const [from, to] = state.path.map((id) => atlas.thing(id));
    if (from === undefined || to === undefined) return null;
    const { chains } = chainsBetween(atlas, app.scene(), from, to);
    const claims = new Set(chains.flatMap((chain) => chain.flatMap((step) => step.claims)));
    const things = new Set([from, to, ...chains.flat().map((step) => step.to)]);
    return { things, claims, isPath: true };
  }
  const { chosen } = state;
  if (!chosen) return null;
  if (chosen.type === "thing") {
    const at = atlas.thing(chosen.id);
    return at === undefined ? null : around(app, at);
  }
  if (chosen.type === "claim") {
    const at = atlas.claim(chosen.id);
    return at === undefined ? null : alone(app, at);
  }
  return spokenOn(app, atlas.data.sources.id.indexOf(chosen.id));
}

function around(app: App, thing: number): Reach {
  const scene = app.scene();
  const { claimsOf, votesOf } = app.atlas;
  const about = [...(claimsOf[thing] ?? []), ...(votesOf[thing] ?? [])];
  const claims = about.filter((claim) => scene.claims[claim]);
  const things = new Set([thing, ...claims.map((claim) => app.atlas.otherEnd(claim, thing))]);
  for (const { one, other } of scene.sums) {
    if (one === thing) things.add(other);
    if (other === thing) things.add(one);
  }
  return { things, claims: new Set(claims), isPath: false };
}

function alone(app: App, claim: number): Reach {
  const { subject, object } = app.atlas.endsOf(claim);
  return { things: new Set([subject, object]), claims: new Set([claim]), isPath: false };
}

function spokenOn(app: App, source: number): Reach {
  const { attestations } = app.atlas.data;
  const scene = app.scene();
  const claims = new Set(
    attestations.claim.filter(
      (claim, at) =>
        attestations.source[at] === source && (!app.atlas.isVote(claim) || scene.claims[claim]),
    ),
  );
  const ends = [...claims].map((claim) => app.atlas.endsOf(claim));
  return {
    things: new Set(ends.flatMap(({ subject, object }) => [subject, object])),
    claims,
    isPath: false,
  };
}
