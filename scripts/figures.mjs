// Draws the figures of README.md and docs: npm run figures. The runs of the phase diagram and of the papers' figures are kept in docs/results.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function adamcheck(cwd, ...args) {
  const { status, stderr } = spawnSync(process.execPath, [pathOf("dist/src/cli/main.js"), ...args], {
    cwd,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`adamcheck ${args.join(" ")}: ${stderr}`);
}

/** Name of the file, figure, and what it is of: a path in the checkout. */
const KEPT = [
  ["papers", "papers", "docs/results/t25-synthetic"],
  ["phase", "phase", "docs/results/phase/diagram.json"],
];

mkdirSync(pathOf("docs/figures"), { recursive: true });
for (const [file, figure, from] of KEPT) {
  adamcheck(pathOf(""), "figure", figure, "--from", from, "--out", pathOf(`docs/figures/${file}.svg`), "--force");
}
const scratch = mkdtempSync(join(tmpdir(), "adamcheck-"));
adamcheck(scratch, "simulate", pathOf("examples/large-batch.json"), "--out", "large-batch.json");
adamcheck(
  scratch,
  "figure",
  "trajectory",
  "--from",
  "large-batch.json",
  "--out",
  pathOf("docs/figures/trajectory.svg"),
  "--force",
);
rmSync(scratch, { recursive: true });
