// Before anything is trained: which theorems speak about this run, and what keeps the others from it?
// node audit-a-run.mjs
import { audit, presetRun } from "adamcheck";

const run = presetRun({ preset: "paper", optimizer: "adamw", batchSize: 2 });
const { hypotheses, theorems, supports } = audit(run);

for (const { name, ratio, needs, holds } of hypotheses) {
  console.log(`${holds ? "met  " : "UNMET"} ${name}: left/right is ${Number(ratio).toPrecision(3)}, must be ${needs}`);
}
console.log(`supports are ${supports.disjoint ? "" : "not "}disjoint in this start`);
for (const { name, concerns, applies, because } of theorems) {
  if (concerns) console.log(`${name}: ${applies ? "applies" : `does not apply, for ${because.length} reasons`}`);
}
