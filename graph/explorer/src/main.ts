/** The explorer starts here: unpack the record, read the address, put the page together. */

import "../../comity/views/template/palette.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./features";
import { Atlas } from "./data/atlas";
import { readPayload } from "./data/inflate";
import { part } from "./dom/elements";
import { Frame } from "./frame/frame";
import { stateOf } from "./state/address";
import { Store } from "./state/store";
import { STRINGS } from "./text/strings";

async function start(): Promise<void> {
  const store = new Store(stateOf(location.hash));
  const payload = await readPayload();
  const frame = new Frame(new Atlas(payload), store);
  frame.start();
  // what tests and scripts of the page's owner may ask
  Object.defineProperty(window, "comityAtlas", { value: frame.asked() });
}

start().catch((problem: unknown) => {
  const why = problem instanceof Error ? problem.message : String(problem);
  part("loading").textContent = STRINGS.failed(why);
  part("loading").setAttribute("role", "alert");
  throw problem;
});
