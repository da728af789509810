// Stops a sweep half-way and takes it up again: what has finished is not run again. Then reads it, and writes sweep-runs.csv for read-a-sweep.py.
// node resume-a-sweep.mjs
import { exportRuns, summary, sweep } from "adamcheck";

const plan = {
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, epochs: 60, testSize: 500 },
  axes: { batchSize: [1, 3, 6], weightDecay: { log: [1e-4, 1e-1], count: 4 } },
  seeds: "1-4",
};
const out = "sweep-runs";

const stop = new AbortController();
const onProgress = (done) => done > 0.4 && stop.abort();
const { finished, left } = await sweep(plan, { out, jobs: 1, onProgress, signal: stop.signal });
console.log(`stopped: ${finished} runs finished, ${left} left`);
console.log("resumed:", await sweep(plan, { out }));

const { by, rows } = summary(out, { by: ["batchSize"] });
for (const { at, frequencies } of rows) console.log(`${by} ${at}: ${frequencies.generalizes.count} runs generalize`);
await exportRuns(out, { format: "csv", out: "sweep-runs.csv", force: true });
console.log("written: sweep-runs.csv, which read-a-sweep.py reads");
