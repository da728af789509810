/*
 * Runs property tests under fresh seeds:  npm run seeds -- N [FILE...] [--from SEED]
 * All files with properties unless some are named (long ones, *.long.test.ts, only where they are); two seeds at a time. Prints the tests that fail, each
 * with the command that repeats it; exit code 1 if there are any, 2 for bad input, 130 after Ctrl-C.
 */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Seeds that fast-check takes, from 0. */
const SEEDS = 2 ** 31;
const AT_ONCE = 2;

const refuse = (sentence) => {
  process.stderr.write(`error: ${sentence}\n`);
  process.exit(2);
};

const wholeFrom = (field, text, low, high) => {
  const value = /^\d+$/.test(text ?? "") ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  const shown = text === undefined ? "missing" : JSON.stringify(text);
  return refuse(`${field} must be an integer from ${low} to ${high}, but is ${shown}; write npm run seeds -- 20`);
};

function asked(args) {
  const rest = [...args];
  const at = rest.indexOf("--from");
  const [, from] = at < 0 ? [] : rest.splice(at, 2);
  const count = wholeFrom("the number of seeds", rest.shift(), 1, 1e6);
  const first = at < 0 ? undefined : wholeFrom("--from", from, 0, SEEDS - count);
  const seeds = Array.from({ length: count }, (_, k) => (first === undefined ? randomInt(SEEDS) : first + k));
  for (const file of rest) {
    if (!existsSync(join(ROOT, file)))
      refuse(`each file must be a test, but ${JSON.stringify(file)} is missing; check its path`);
  }
  if (rest.some(isLong) && !rest.every(isLong))
    refuse("the files must be all *.long.test.ts or none, but are both; run them apart");
  return { seeds, files: rest.length > 0 ? rest : propertyFiles(join(ROOT, "test")) };
}

const propertyFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts") && !entry.name.endsWith(".long.test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => readFileSync(path, "utf8").includes("fast-check"))
    .map((path) => relative(ROOT, path))
    .sort();

const isLong = (file) => file.endsWith(".long.test.ts");

const { seeds, files } = asked(process.argv.slice(2));
/** Where vitest finds the files. */
const PASS = files.some(isLong) ? ["--config", "vitest.long.config.ts"] : ["--project", "wasm"];
const reports = mkdtempSync(join(tmpdir(), "adamcheck-seeds-"));
const running = new Set();
const failing = [];
let [done, next, tests, stopped] = [0, 0, 0, false];
const began = performance.now();

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function note() {
  const left = Math.round((((performance.now() - began) / done) * (seeds.length - done)) / 1000);
  process.stderr.write(`seeds: ${done} of ${seeds.length}, ${failing.length} failures, about ${left} s left\n`);
}

const lastLine = (text) => text.trim().split("\n").at(-1) || "no word";

/** One seed over all files; what fails is told at once. */
function run(seed) {
  const report = join(reports, `${seed}.json`);
  const args = ["vitest", "run", ...PASS, "--maxWorkers=1", "--reporter=json", `--outputFile=${report}`, ...files];
  return new Promise((resolve) => {
    const env = { ...process.env, FC_SEED: String(seed) };
    const child = spawn("npx", args, { cwd: ROOT, env, stdio: ["ignore", "ignore", "pipe"], detached: true });
    running.add(child);
    let heard = "";
    child.stderr.on("data", (text) => {
      heard += text;
    });
    child.on("close", (code) => {
      running.delete(child);
      if (stopped) return resolve();
      done++;
      const told = failing.length;
      if (existsSync(report)) tell(seed, JSON.parse(readFileSync(report, "utf8")));
      // What is wrong beside the tests, such as a promise that nobody handled or no test at all, is in no report.
      if (code !== 0 && failing.length === told) fail(`seed ${seed} ended with ${code}: ${lastLine(heard)}`);
      note();
      resolve();
    });
  });
}

function fail(line) {
  failing.push(line);
  process.stdout.write(`${line}\n`);
}

function tell(seed, { testResults, numTotalTests }) {
  tests = numTotalTests;
  for (const { name, assertionResults, status, message } of testResults) {
    const file = relative(ROOT, name);
    const repeat = (test) =>
      `FC_SEED=${seed} npx vitest run ${PASS.join(" ")} ${file}${test ? ` -t ${quoted(escaped(test))}` : ""}`;
    const failed = assertionResults.filter((one) => one.status === "failed");
    // The name that is told holds the seed; the one that is looked for must not.
    for (const { fullName } of failed) fail(repeat(fullName.replace(/ \(with seed=-?\d+\)$/, "")));
    if (status === "failed" && failed.length === 0) fail(`${repeat()}  # ${message.split("\n")[0]}`);
  }
}

process.once("SIGINT", () => {
  stopped = true;
  for (const { pid } of running) process.kill(-pid, "SIGTERM");
});

async function serve() {
  while (next < seeds.length && !stopped) await run(seeds[next++]);
}

process.stderr.write(`seeds: ${seeds.join(" ")}\n`);
await Promise.all(Array.from({ length: AT_ONCE }, serve));
rmSync(reports, { recursive: true });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
process.stdout.write(
  `${counted(done, "seed")}, ${counted(files.length, "file")}, ${counted(tests, "test")} each: ${counted(failing.length, "failure")}\n`,
);
process.exitCode = stopped ? 130 : failing.length > 0 ? 1 : 0;
