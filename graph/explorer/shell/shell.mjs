// The words that stand in a page before its script runs, for the Python that writes the page.
//
// In: `SHELL` of src/text/strings.ts. Out: a JSON file. What does not belong here: words.
//
//   node shell/shell.mjs ../comity/views/assets/shell.json

import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { build } from "esbuild";

const [target] = process.argv.slice(2);
if (!target) {
  console.error("usage: node shell/shell.mjs FILE");
  process.exit(2);
}

const built = await build({
  entryPoints: ["src/text/strings.ts"],
  bundle: true,
  format: "esm",
  write: false,
});
const { SHELL } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);
await mkdir(dirname(target), { recursive: true });
await writeFile(`${target}.new`, `${JSON.stringify(SHELL)}\n`);
await rename(`${target}.new`, target);
