// The API by TypeDoc, in api/ and, for the site's search, as JSON: npm run docs. It fails on what is not documented or leads nowhere.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unlessUnchanged } from "./unchanged.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What was made, from the checkout. */
export const API = { pages: "api", json: "node_modules/.cache/adamcheck-api/api.json" };

await unlessUnchanged({
  root: ROOT,
  inputs: ["src", "proofs-check", "typedoc.json", "tsconfig.json", "package.json", "package-lock.json"],
  outputs: [API.json],
  // TypeDoc empties the folder: without the pages there is no stamp.
  stamp: join(API.pages, ".stamp"),
  make() {
    mkdirSync(dirname(join(ROOT, API.json)), { recursive: true });
    const { status } = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules/typedoc/bin/typedoc"), "--logLevel", "Warn", "--json", API.json],
      { cwd: ROOT, stdio: "inherit" },
    );
    if (status !== 0) process.exit(status ?? 1);
  },
});
