// Times whole processes of the command line, beside Node itself; prints a table. Run it with `node bench/startup.mjs` after a build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const TURNS = 15;
const MAIN = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));

const run = join(mkdtempSync(join(tmpdir(), "adamcheck-bench-")), "run.json");
writeFileSync(
  run,
  JSON.stringify({ preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 4, testSize: 20 }),
);

const commands = [
  { name: "node -e 0", args: ["-e", "0"], limit: "" },
  { name: "adamcheck --help", args: [MAIN, "--help"], limit: "150" },
  { name: "adamcheck simulate, preset tiny, 12 steps", args: [MAIN, "simulate", run], limit: "300" },
].map((command) => ({ ...command, times: [] }));

function time(args) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - begun;
}

// Interleaved, so that a slower minute of the machine falls on all alike; the first turn only fills the file cache.
for (let turn = 0; turn <= TURNS; turn++) {
  for (const { args, times } of commands) {
    const milliseconds = time(args);
    if (turn > 0) times.push(milliseconds);
  }
}

console.log(`Node ${process.version}, ${TURNS} interleaved turns\n`);
console.log("| ms from start to exit | median | min | max | limit |\n| --- | --- | --- | --- | --- |");
for (const { name, times, limit } of commands) {
  times.sort((a, b) => a - b);
  const cells = [times[TURNS >> 1], times[0], times[TURNS - 1]].map((x) => x.toFixed(0));
  console.log(`| ${name} | ${cells.join(" | ")} | ${limit} |`);
}
