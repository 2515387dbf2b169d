/** To which of the two coalitions things belong on a day. */

import type { Atlas } from "../data/atlas";

/**
 * Return for each thing the name of its coalition, `both`, or the empty text.
 *
 * As in the network studies, a thing is in one by a claim of its own that it signed or is a member;
 * what the agencies and universities of a state signed does not count for the state.
 *
 * @param day Day on which it has to hold; null for any time.
 */
export function coalitionsOn(atlas: Atlas, day: number | null): string[] {
  const { data } = atlas;
  const found: string[] = new Array(atlas.thingCount).fill("");
  for (const { name, body } of data.coalitions) {
    const at = atlas.thing(body);
    if (at === undefined) continue;
    for (const claim of atlas.claimsOf[at] ?? []) {
      const { subject, object } = atlas.endsOf(claim);
      if (object !== at || !data.standings.includes(atlas.relationOf(claim).name)) continue;
      if (!atlas.isAccepted(claim) || (day !== null && !atlas.holdsOn(claim, day))) continue;
      found[subject] = found[subject] && found[subject] !== name ? "both" : name;
    }
  }
  return found;
}
