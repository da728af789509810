import { reference } from "../dist/src/sim/engines/reference.js";
import { twoThreads } from "../dist/src/sim/engines/twoThreads.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { problem, ROUNDS, timeEngine } from "./problem.mjs";

const dense = { n: 20, d: 1000, s: 999, sigmaP: 1, alpha: 0, m: 10, sigma0: 0.01 };

/** Models beyond the papers', each with what differs from the `paper` setting, batch sizes and a loss. */
const MODELS = [
  ["the papers'", {}, [2, 100]],
  ["three patches, k = 4, mu = 2", { patches: 3, featureSupport: 4, mu: 2 }, [2, 100]],
  ["ReLU, flipped labels, 1/m", { q: 1, flip: 0.1, outputScale: "1/m" }, [2, 100]],
  ["power 2.5", { q: 2.5 }, [2, 100]],
  ["biases, trained second layer", { biases: true, secondLayer: "trained" }, [2, 100]],
  ["hinge", {}, [2, 100], { loss: "hinge" }],
  ["dense noise, ReLU, flipped labels", { ...dense, q: 1, mu: 3, flip: 0.1, outputScale: "1/m" }, [20]],
  ["one dense vector, leaky ReLU, hinge", { ...dense, activation: "leakyRelu", patches: 1 }, [20], { loss: "hinge" }],
];

const TURNS = 3;
const least = (list) => Math.min(...list);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Prints how long a step takes beyond the papers' model, by each engine. */
export function benchWider() {
  console.log(
    "\n### Models beyond the papers' (us a step, least and median; Adam with b = 2 and 100, gradient descent with b = n)\n\n| model | b | wasm | reference | reference / wasm | --threads 2 |\n| --- | --- | --- | --- | --- | --- |",
  );
  for (const [label, changes, sizes, loss] of MODELS) {
    for (const b of sizes) {
      const steps = ROUNDS * (b === 2 ? 200 : 40);
      const ours = { ...problem(changes, b, steps, b === changes.n ? "sgd" : "adam"), loss };
      const times = [wasm, reference, twoThreads].map(() => []);
      // In turns, so that a slower minute of the machine falls on all alike.
      for (let turn = 0; turn < TURNS; turn++) {
        [wasm, reference, twoThreads].forEach((engine, k) => {
          times[k].push(...timeEngine(engine, ours).microseconds);
        });
      }
      const cells = times.map((list) => `${least(list).toFixed(0)}, ${median(list).toFixed(0)}`);
      const ratio = (least(times[1]) / least(times[0])).toFixed(1);
      console.log(`| ${label} | ${b} | ${cells[0]} | ${cells[1]} | ${ratio} | ${cells[2]} |`);
    }
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) benchWider();
