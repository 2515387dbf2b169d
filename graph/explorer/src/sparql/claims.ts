/** Which claims stand behind the rows of an answer, and what of it is drawn. */

import type { Atlas, ClaimAt, ThingAt } from "../data/atlas";
import type { Reach } from "../draw/sheet";
import type { Solutions, Term } from "./engine/messages";
import { wordsOf } from "./engine/words";
import type { Session } from "./session";
import { idOf } from "./terms";

type Row = readonly (Term | null)[];

/**
 * Return the claims of the atlas that a row rests on: those that it names, else those that join two
 * of its things, else those that join one of its things with one that the query names.
 */
export function claimsBehind(session: Session, row: Row): ClaimAt[] {
  const { atlas } = session.app;
  const ids = row.map(idOf).filter(Boolean);
  const named = ids.map((id) => atlas.claim(id)).filter((at) => at !== undefined);
  if (named.length) return named;
  const things = thingsOf(atlas, ids);
  const within = joining(atlas, things, things);
  return within.length ? within : joining(atlas, things, asked(session));
}

/** Return the things and claims of an answer that the picture can show, votes if they are drawn. */
export function reachOfAnswer(session: Session, answer: Solutions): Reach {
  const { atlas } = session.app;
  const drawn = session.app.scene().claims;
  const found = answer.rows.flatMap((row) => claimsBehind(session, row));
  const claims = new Set(found.filter((claim) => !atlas.isVote(claim) || drawn[claim]));
  const things = new Set(
    thingsOf(
      atlas,
      answer.rows.flatMap((row) => row.map(idOf)),
    ),
  );
  for (const claim of claims) {
    const { subject, object } = atlas.endsOf(claim);
    things.add(subject).add(object);
  }
  return { things, claims, isPath: false };
}

function thingsOf(atlas: Atlas, ids: readonly string[]): Set<ThingAt> {
  return new Set(ids.map((id) => atlas.thing(id)).filter((at) => at !== undefined));
}

function joining(atlas: Atlas, some: Set<ThingAt>, others: Set<ThingAt>): ClaimAt[] {
  const found = new Set<ClaimAt>();
  for (const thing of some) {
    for (const claim of [...(atlas.claimsOf[thing] ?? []), ...(atlas.votesOf[thing] ?? [])]) {
      const other = atlas.otherEnd(claim, thing);
      if (other !== thing && others.has(other)) found.add(claim);
    }
  }
  return [...found];
}

/** Return the things that the query itself names. */
function asked(session: Session): Set<ThingAt> {
  const { app, answered, asking } = session;
  const ids = wordsOf(answered).map((word) => {
    if (word.startsWith("<")) return idOf({ type: "uri", value: word.slice(1, -1) });
    const [prefix = "", local = ""] = word.split(":");
    return local && Object.hasOwn(asking.prefixes, prefix) ? `${prefix}/${local}` : "";
  });
  return thingsOf(app.atlas, ids);
}
