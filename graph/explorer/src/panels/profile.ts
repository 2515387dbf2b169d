/** The profile of what is chosen: a thing with its claims, a claim, or a source. */

import { isolated, make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import { claimProfile } from "./profile_claim";
import { sourceProfile } from "./profile_source";
import { thingProfile } from "./profile_thing";
import { registerPanel } from "./registry";

registerPanel({
  name: "profile",
  tab: STRINGS.tabs.profile,
  order: 30,
  depends: ({ chosen, day, past, hidden, coalition, votes }) => [
    chosen,
    day,
    past,
    hidden,
    coalition,
    votes,
  ],
  draw: (into, app) => {
    const { chosen } = app.store.get();
    if (!chosen) {
      into.append(make("p", { class: "quiet", text: STRINGS.profile.empty }));
      return;
    }
    const { atlas } = app;
    const at =
      chosen.type === "thing"
        ? atlas.thing(chosen.id)
        : chosen.type === "claim"
          ? atlas.claim(chosen.id)
          : atlas.data.sources.id.indexOf(chosen.id);
    if (at === undefined || at < 0) {
      into.append(make("p", { class: "quiet" }, isolated(STRINGS.profile.unknown(chosen.id))));
    } else if (chosen.type === "thing") thingProfile(into, app, at);
    else if (chosen.type === "claim") claimProfile(into, app, at);
    else sourceProfile(into, app, at);
  },
});
