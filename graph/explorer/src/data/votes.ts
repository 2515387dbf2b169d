/**
 * Votes: a payload holds those of a roll call as one text, a sign a voter. Here they become claims
 * like all others, with dates, verdict and sources, behind those that the payload lists.
 */

import type { Payload } from "./payload";

/** Add a claim for each vote to the columns, and who says so; returns where the votes begin. */
export function addVotes(data: Payload): number {
  const { claims, attestations, ballots, voters, rolls, rollSayings, things } = data;
  const first = claims.id.length;
  const sayings = rolls.votes.map((): number[] => []);
  rollSayings.roll.forEach((roll, at) => {
    sayings[roll]?.push(at);
  });
  rolls.votes.forEach((signs, roll) => {
    const object = rolls.object[roll] ?? 0;
    const resolution = slug(things.id[object]);
    for (let voter = 0; voter < signs.length; voter++) {
      const relation = ballots[Number(signs[voter])]; // a dot is no number: no vote
      const subject = voters[voter];
      if (relation === undefined || subject === undefined) continue;
      const claim = claims.id.length;
      claims.id.push(
        rolls.ids[roll]?.[voter] ?? `claim/vote-${resolution}-${slug(things.id[subject])}`,
      );
      claims.subject.push(subject);
      claims.relation.push(relation);
      claims.object.push(object);
      claims.start.push(rolls.start[roll] ?? "");
      claims.end.push(rolls.end[roll] ?? "");
      claims.from.push(rolls.from[roll] ?? null);
      claims.until.push(rolls.until[roll] ?? null);
      claims.verdict.push(rolls.verdict[roll] ?? 0);
      claims.status.push(rolls.status[roll] ?? -1);
      claims.reason.push(rolls.reason[roll] ?? -1);
      claims.note.push(rolls.note[roll] ?? "");
      claims.inferred.push(0);
      claims.reversed.push(0);
      for (const at of sayings[roll] ?? []) {
        attestations.claim.push(claim);
        attestations.source.push(rollSayings.source[at] ?? 0);
        attestations.stance.push(rollSayings.stance[at] ?? 0);
        attestations.voice.push(rollSayings.voice[at] ?? "");
        attestations.quote.push(rollSayings.quote[at] ?? "");
        attestations.seen.push(rollSayings.seen[at] ?? "");
      }
    }
  });
  return first;
}

function slug(id: string | undefined): string {
  return id?.slice(id.indexOf("/") + 1) ?? "";
}
