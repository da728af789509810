import { defineOptimizer } from "../dist/src/optimizers/defineOptimizer.js";
import { optimizerNamed } from "../dist/src/optimizers/registry.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { problem } from "./problem.mjs";

const mom = "b1*mom + (1-b1)*g";
const sec = "b2*sec + (1-b2)*g^2";
const corrected = (root) => `1/(1 - b1^t)*mom/(sqrt(${root})*(1/sqrt(1 - b2^t)) + eps)`;

/** Each optimizer by formulas beside the built-in one with the same number of memories, or with the next larger one; AMSGrad has one more. */
const PAIRS = [
  [{ name: "sgd by formula", decay: "coupled", direction: "g" }, "sgd"],
  [{ name: "signsgdw by formula", decay: "decoupled", direction: "sign(g)" }, "signsgdw"],
  [{ name: "adam by formula", decay: "coupled", memory: { mom, sec }, direction: corrected("sec") }, "adam"],
  [{ name: "adamw by formula", decay: "decoupled", memory: { mom, sec }, direction: corrected("sec") }, "adamw"],
  [
    {
      name: "Lion",
      decay: "decoupled",
      memory: { mom: "b2*mom + (1-b2)*g" },
      direction: "sign(b1*old(mom) + (1-b1)*g)",
    },
    "adamw",
  ],
  [{ name: "Signum", decay: "decoupled", memory: { mom }, direction: "sign(mom)" }, "adamw"],
  [{ name: "RMSprop", decay: "coupled", memory: { sec }, direction: "g/(sqrt(sec) + eps)" }, "adam"],
  [
    { name: "AMSGrad", decay: "decoupled", memory: { mom, sec, top: "max(top, sec)" }, direction: corrected("top") },
    "adamw",
  ],
];

const quantile = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(p * list.length))];
const LEGS = 50;
/** Legs at first that are left out: V8's first compiler. */
const WARM = 10;

/** A training, leg by leg: microseconds of CPU time a step, which other processes on the machine disturb less than the clock. */
function legsOf(b, name) {
  const size = b <= 2 ? 200 : 50;
  const { network, optimizer, examples, weights, batches } = problem({}, b, size * LEGS, name);
  const training = wasm.start({ network, optimizer, examples, weights });
  return (leg) => {
    const offsets = batches.offsets.slice(leg * size, (leg + 1) * size + 1);
    const begun = process.cpuUsage();
    training.run({ indices: batches.indices, offsets });
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / size;
  };
}

/** Two trainings in turns: the times of both, and the ratio of every turn. */
function pair(b, byFormula, builtIn) {
  const [ours, theirs] = [byFormula, builtIn].map((name) => legsOf(b, name));
  const turns = Array.from({ length: LEGS }, (_, leg) => [ours(leg), theirs(leg)]).slice(WARM);
  return { times: [0, 1].map((side) => turns.map((turn) => turn[side])), ratios: turns.map(([x, y]) => x / y) };
}

/** Prints how long a step takes by formulas and by the hand-tuned kernel, side by side. */
export function benchFormulas() {
  console.log(
    "\n### Optimizers by formulas beside built-in ones (us of CPU time a step, paper setting, one thread)\n\n| by formulas, memories | beside, memories | b | min, median | beside: min, median | ratio of minima | ratios turn by turn: quartiles |\n| --- | --- | --- | --- | --- | --- | --- |",
  );
  for (const [given, builtIn] of PAIRS) {
    const name = given.name.replaceAll(" ", "-");
    defineOptimizer({ ...given, name, betas: [0.9, 0.999], eps: 1e-8 });
    const memories = Object.keys(given.memory ?? {}).length;
    const beside = optimizerNamed(builtIn).adaptive ? 2 : 0;
    for (const b of [2, 100]) {
      const { times, ratios } = pair(b, name, builtIn);
      const [ours, theirs] = times.map((list) => [0, 0.5].map((p) => quantile(list, p)));
      const cell = (list) => list.map((x) => x.toFixed(1)).join(", ");
      const quartiles = [0.25, 0.5, 0.75].map((p) => quantile(ratios, p).toFixed(2)).join(", ");
      const ratio = (ours[0] / theirs[0]).toFixed(2);
      console.log(
        `| ${given.name}, ${memories} | ${builtIn}, ${beside} | ${b} | ${cell(ours)} | ${cell(theirs)} | ${ratio} | ${quartiles} |`,
      );
    }
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) benchFormulas();
