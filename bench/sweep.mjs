// Times sweeps: two workers against one, what the journal costs, and a hundred thousand tiny runs. Run it with `node --expose-gc bench/sweep.mjs [RUNS]`
// after a build; it prints ratios and limits.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runJob } from "../dist/src/experiments/job.js";
import { parsePlan } from "../dist/src/experiments/sweep/plan.js";
import { sweep } from "../dist/src/experiments/sweep/sweep.js";
import { trialsOf } from "../dist/src/experiments/sweep/trials.js";
import { ENGINES } from "../dist/src/sim/engines/registry.js";

const MAIN = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
const TURNS = 5;
const MANY = Number(process.argv[2] ?? 100000);
const engine = ENGINES[0];

const folders = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-bench-"));
  folders.push(folder);
  return folder;
};
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

async function seconds(work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

const small = {
  preset: "small",
  optimizer: { name: "adam", lr: 5e-4 },
  batchSize: 10,
  epochs: 100,
  recordEvery: 10,
  testSize: 500,
};

/** Time that this process has worked since: a busy machine does not count. */
function cpuSeconds(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** Runs at a time: throughput of 2 against 1, interleaved. Threads are started and ended within the time. */
async function throughput() {
  const plan = parsePlan({ base: small, seeds: "1-200" });
  const times = { 1: [], 2: [] };
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const workers of [1, 2]) {
      const taken = await seconds(() => sweep({ plan, folder: newFolder(), engine, workers }));
      if (turn > 0) times[workers].push(taken);
    }
  }
  const ratios = times[1].map((one, k) => one / times[2][k]);
  row(
    "--jobs 2 / --jobs 1, throughput",
    median(ratios).toFixed(2),
    `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    ">= 1.85",
  );
}

/** The journal's share: all that a sweep in this thread does beside its runs, in one pass, so that both meet the same machine. */
async function overhead() {
  const plan = parsePlan({ base: small, seeds: "1-60" });
  const shares = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    let running = 0;
    const inPlace = async (tasks, { onFinished }) => {
      for (const { index, job } of tasks) {
        const begun = process.cpuUsage();
        const outcome = runJob(job, { engine });
        running += cpuSeconds(begun);
        onFinished(index, outcome);
      }
    };
    const begun = process.cpuUsage();
    await sweep({ plan, folder: newFolder(), engine, workers: 1, execute: inPlace });
    if (turn > 0) shares.push(cpuSeconds(begun) / running - 1);
  }
  const percent = (x) => `${(100 * x).toFixed(1)}%`;
  row(
    "journal overhead, runs of about 20 ms, processor time",
    percent(median(shares)),
    `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`,
    "< 2%",
  );
}

function command(...args) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return (performance.now() - begun) / 1000;
}

/** Very many tiny runs: memory while they run, and how long it takes to go on from them and to export them. */
async function many() {
  const base = {
    setting: { n: 2, d: 4, s: 1, sigmaP: 0.5, alpha: 0.3, m: 1, q: 3, sigma0: 0.3 },
    optimizer: { name: "adam", lr: 0.1 },
    epochs: 1,
    testSize: 1,
  };
  const file = {
    base,
    axes: { weightDecay: { log: [1e-6, 1e-2], count: 50 }, batchSize: [1, 2] },
    seeds: `1-${MANY / 100}`,
  };
  const folder = newFolder();
  const plan = join(folder, "plan.json");
  writeFileSync(plan, JSON.stringify(file));
  const out = join(folder, "out");
  const held = [];
  let next = 0.1;
  const taken = await seconds(() =>
    sweep({
      plan: parsePlan(file),
      folder: out,
      engine,
      workers: 2,
      onProgress(done) {
        if (done < next) return;
        next += 0.1;
        globalThis.gc?.();
        held.push({ done, rss: process.memoryUsage().rss / 1e6, heap: process.memoryUsage().heapUsed / 1e6 });
      },
    }),
  );
  row(`${MANY} tiny runs`, `${taken.toFixed(1)} s`, `${((1e6 * taken) / MANY).toFixed(0)} us a run`, "");
  row("its journal", `${(statSync(join(out, "runs.ndjson")).size / 1e6).toFixed(1)} MB`, "", "");
  const [first, last] = [held[0], held.at(-1)];
  row(
    "heap after a collection, at 10% and at the end",
    `${first.heap.toFixed(0)} and ${last.heap.toFixed(0)} MB`,
    `${((1e6 * (last.heap - first.heap)) / (0.9 * MANY)).toFixed(0)} bytes a run: its key and place`,
    "",
  );
  row("all memory, with two workers", `${first.rss.toFixed(0)} and ${last.rss.toFixed(0)} MB`, "", "");
  for (const [name, limit, args] of [
    ["the same command again (nothing left)", "< 2 s", ["sweep", plan, "--out", out, "--jobs", "1"]],
    ["export --format csv", "< 10 s", ["export", out, "--out", join(folder, "runs.csv")]],
    [
      "export --format parquet",
      "< 10 s",
      ["export", out, "--format", "parquet", "--out", join(folder, "runs.parquet")],
    ],
    ["export --format json", "< 10 s", ["export", out, "--format", "json", "--out", join(folder, "runs.json")]],
    ["summary --by batchSize,weightDecay", "", ["summary", out, "--by", "batchSize,weightDecay", "--json"]],
  ]) {
    const times = [1, 2, 3].map((turn) => command(...args, ...(turn > 1 && args[0] === "export" ? ["--force"] : [])));
    row(
      name,
      `${median(times).toFixed(2)} s`,
      `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s`,
      limit,
    );
  }
}

console.log(`Node ${process.version}, ${cpus()[0].model}, ${cpus().length} cores\n`);
row("what", "median", "range", "limit");
row("---", "---", "---", "---");
await throughput();
await overhead();
await many();
