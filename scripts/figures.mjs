// Draws the figures of README.md and docs, each on a light and on a dark ground: npm run figures. What they are of is kept in docs/results, or run
// here. test/docs/figures.test.ts fails where they are not what this draws.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { figure, simulate } from "../dist/src/index.js";

const { drawListed } = await createJiti(import.meta.url).import("./drawListed.ts");
const ROOT = fileURLToPath(new URL("../", import.meta.url));

const scratch = mkdtempSync(join(tmpdir(), "adamcheck-"));
for (const listed of JSON.parse(readFileSync(join(ROOT, "scripts/figures.json"), "utf8"))) {
  await drawListed(listed, { root: ROOT, scratch, figure, simulate }, (path) => {
    const out = join(ROOT, path);
    mkdirSync(dirname(out), { recursive: true });
    return { out, force: true };
  });
}
process.chdir(ROOT);
rmSync(scratch, { recursive: true });
