// Writes tiny.json: the final moments and weights of the reference engine, every optimizer. Run it after `npm run build`.
import { writeFileSync } from "node:fs";
import { OPTIMIZERS } from "../../../dist/optimizers/registry.js";
import { reference } from "../../../dist/sim/engines/reference.js";
import { parseRun } from "../../../dist/sim/run.js";
import { simulate } from "../../../dist/sim/simulate.js";

const finalOf = ({ name }) => {
  const optimizer = { name, lr: 0.01, weightDecay: 0.01 };
  const run = parseRun({ preset: "tiny", optimizer, batchSize: 4, epochs: 50, seed: 7, testSize: 50 });
  return [name, simulate(run, { engine: reference, saveWeights: true }).final];
};
const golden = { version: reference.version, finals: Object.fromEntries(OPTIMIZERS.map(finalOf)) };
writeFileSync(new URL("tiny.json", import.meta.url), `${JSON.stringify(golden, null, 1)}\n`);
