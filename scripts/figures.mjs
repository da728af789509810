// Draws the figures of README.md and docs, each on a light and on a dark ground: npm run figures. What they are of is kept in docs/results, or run
// here. test/docs/figures.test.ts fails where they are not what this draws.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, simulate } from "../dist/src/index.js";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const GROUNDS = { "": false, "-dark": true };

const listed = JSON.parse(readFileSync(join(ROOT, "scripts/figures.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "adamcheck-"));
mkdirSync(join(ROOT, "docs/figures"), { recursive: true });
for (const { file, figure: name, from, run } of listed) {
  // Captions name paths as they are typed: in the checkout, or where a result was kept.
  process.chdir(run === undefined ? ROOT : scratch);
  const source = from ?? basename(run);
  if (run !== undefined) {
    const result = await simulate(JSON.parse(readFileSync(join(ROOT, run), "utf8")));
    writeFileSync(source, JSON.stringify(result));
  }
  for (const [ground, dark] of Object.entries(GROUNDS)) {
    await figure(name, { from: source, out: join(ROOT, `docs/figures/${file}${ground}.svg`), force: true, dark });
  }
}
process.chdir(ROOT);
rmSync(scratch, { recursive: true });
