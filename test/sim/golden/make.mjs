// Writes tiny.json and fresh.json: the final moments and weights of the reference engine, every optimizer; fresh noise, which results have had only
// since later, in a file of its own. Run it after `npm run build`.
import { writeFileSync } from "node:fs";
import { OPTIMIZERS } from "../../../dist/src/optimizers/registry.js";
import { reference } from "../../../dist/src/sim/engines/reference.js";
import { parseRun } from "../../../dist/src/sim/run.js";
import { simulate } from "../../../dist/src/sim/simulate.js";

const finalOf = ({ name }) => {
  const optimizer = { name, lr: 0.01, weightDecay: 0.01 };
  const run = parseRun({ preset: "tiny", optimizer, batchSize: 4, epochs: 50, seed: 7, testSize: 50 });
  return [name, simulate(run, { engine: reference, saveWeights: true }).final];
};
const finals = OPTIMIZERS.map(finalOf);
const write = (file, part) => {
  const golden = { version: reference.version, finals: Object.fromEntries(finals.map(([name, final]) => [name, part(final)])) };
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(golden, null, 1)}\n`);
};
write("tiny.json", ({ freshNoise: _, ...final }) => final);
write("fresh.json", ({ freshNoise }) => ({ freshNoise }));
