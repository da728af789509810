// Where does an optimizer of your own generalize? RMSprop, given by its formulas in optimizers.ts, over weight decay and batch size.
// node own-optimizer.mjs
import { fileURLToPath } from "node:url";
import { figure, load, phase } from "adamcheck";

// Runs go to threads, which load the file, too.
await load(fileURLToPath(new URL("optimizers.ts", import.meta.url)));

const x = { name: "weightDecay", range: [1e-5, 1e-1] };
const plane = { preset: "small", optimizer: "rmsprop", x, y: "batchSize", epochs: 40, seeds: "1-2", steps: [4, 2] };
const { diagram, folder } = await phase(plane, { out: "rmsprop-phase" });

for (const { x: weightDecay, y: batchSize, share } of diagram.nodes) {
  console.log(`lambda ${weightDecay.toExponential(0)}, b = ${batchSize}: ${100 * share}% of the seeds generalize`);
}
await figure("phase", { from: folder, out: "rmsprop-phase.svg", force: true });
console.log("drawn into rmsprop-phase.svg; the same call again goes on where this one stopped");
