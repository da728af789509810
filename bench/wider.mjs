import { reference } from "../dist/src/sim/engines/reference.js";
import { wasm } from "../dist/src/sim/engines/wasm.js";
import { problem } from "./problem.mjs";

const dense = { n: 20, d: 1000, s: 999, sigmaP: 1, alpha: 0, m: 10, sigma0: 0.01 };

/** Models beyond the papers', each with what differs from the `paper` setting, batch sizes, a loss, label noise. */
const MODELS = [
  ["the papers'", {}, [2, 100]],
  ["three patches, k = 4, mu = 2", { patches: 3, featureSupport: 4, mu: 2 }, [2, 100]],
  ["ReLU, flipped labels, 1/m", { q: 1, flip: 0.1, outputScale: "1/m" }, [2, 100]],
  ["power 2.5", { q: 2.5 }, [2, 100]],
  ["biases, trained second layer", { biases: true, secondLayer: "trained" }, [2, 100]],
  ["hinge", {}, [2, 100], { loss: "hinge" }],
  ["exclusive or", { xor: true }, [2, 100]],
  ["rotated basis, d = 400, s = 40", { basis: "rotated", d: 400, s: 40 }, [2, 100]],
  ["a tenth of the labels flipped at every step", {}, [2, 100], undefined, { flip: 0.1, seed: 1 }],
  ["dense noise, ReLU, flipped labels", { ...dense, q: 1, mu: 3, flip: 0.1, outputScale: "1/m" }, [20]],
  ["one dense vector, leaky ReLU, hinge", { ...dense, activation: "leakyRelu", patches: 1 }, [20], { loss: "hinge" }],
];

const TURNS = 25;
/** Turns at first that are left out: V8's first compilers. */
const WARM = 5;

const quantile = (list, p) => [...list].sort((a, b) => a - b)[Math.floor(p * (list.length - 1))];

/** A training, leg by leg: microseconds of CPU time a step, which other processes on the machine disturb less than the clock. */
function legsOf(engine, { network, optimizer, examples, weights, loss, labelNoise, batches, steps }) {
  const beyond = { ...(loss && { loss }), ...(labelNoise && { labelNoise }) };
  const training = engine.start({ network, optimizer, examples, weights, ...beyond });
  const size = steps / TURNS;
  return (leg) => {
    const offsets = batches.offsets.slice(leg * size, (leg + 1) * size + 1);
    const begun = process.cpuUsage();
    training.run({ indices: batches.indices, offsets });
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / size;
  };
}

/** Prints how long a step takes beyond the papers' model, by each engine. */
export function benchWider() {
  console.log(
    "\n### Models beyond the papers' (us of CPU time a step, least and median; Adam with b = 2 and 100, gradient descent with b = n)\n\n| model | b | wasm | reference | reference / wasm, turn by turn: quartiles |\n| --- | --- | --- | --- | --- |",
  );
  for (const [label, changes, sizes, loss, labelNoise] of MODELS) {
    for (const b of sizes) {
      const ours = {
        ...problem(changes, b, TURNS * (b === 2 ? 100 : 20), b === changes.n ? "sgd" : "adam"),
        loss,
        labelNoise,
      };
      const [fast, plain] = [wasm, reference].map((engine) => legsOf(engine, ours));
      const turns = Array.from({ length: TURNS }, (_, leg) => [fast(leg), plain(leg)]).slice(WARM);
      const cells = [0, 1].map((side) => {
        const times = turns.map((turn) => turn[side]);
        return [0, 0.5].map((p) => quantile(times, p).toFixed(0)).join(", ");
      });
      const ratios = turns.map(([x, y]) => y / x);
      const quartiles = [0.25, 0.5, 0.75].map((p) => quantile(ratios, p).toFixed(1)).join(", ");
      console.log(`| ${label} | ${b} | ${cells.join(" | ")} | ${quartiles} |`);
    }
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) benchWider();
