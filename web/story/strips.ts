import { shortNumber } from "../../src/report/table.ts";
import type { Run } from "../../src/sim/run.ts";
import { type Drawn, type Entry, firstExamples, leadingNeuron } from "./example.ts";
import { draw } from "./svg.ts";

const WIDTH = 320;
const STRIP = 44;
/** Where the coordinates begin, and that of the feature stands. */
const LEFT = 78;
const FIRST = LEFT + 5;
const REST = LEFT + 16;

/** Entries of a patch as bars over a line: the feature's own wide and first, the others where they lie. */
function strip(y: number, name: string, entries: readonly Entry[], d: number, scale: number): SVGElement {
  const middle = y + STRIP / 2;
  const most = STRIP / 2 - 1;
  const bars = entries.map(({ coordinate, value }) => {
    const height = Math.max(-most, Math.min(most, value * scale * most));
    const x = coordinate === 0 ? FIRST : REST + ((WIDTH - REST - 2) * coordinate) / d;
    return draw("line", {
      ...{ x1: x, x2: x, y1: middle, y2: middle - height },
      class: coordinate === 0 ? "feature" : "noise",
    });
  });
  return draw(
    "g",
    {},
    draw("text", { x: 0, y: middle + 4 }, name),
    draw("line", { x1: LEFT, x2: WIDTH, y1: middle, y2: middle, class: "axis" }),
    ...bars,
  );
}

const picture = (height: number, words: string, ...inside: SVGElement[]) =>
  draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": words }, ...inside);

const signOf = (y: number) => (y > 0 ? "+1" : "−1");

/** Two examples of a run, one of each class where it has both, patch below patch. */
export function examplesPicture(run: Run): SVGElement {
  const all = firstExamples(run, 8);
  const [first] = all as [Drawn];
  const shown = [first, all.find(({ y }) => y !== first.y) ?? first];
  const { d } = run.setting;
  const strips = shown.flatMap(({ y, noise }, k) => [
    strip(2 * k * STRIP, `y v, y = ${signOf(y)}`, [{ coordinate: 0, value: y }], d, 1),
    strip((2 * k + 1) * STRIP, "noise ξ", noise, d, 1),
  ]);
  const words =
    "Two examples: each has one bar of signal, of its label’s sign, and many small bars of noise, with a short one against the label.";
  return picture(4 * STRIP, words, ...strips);
}

/** What stands below it. */
export const examplesWords = ({ setting: { n, d, s, alpha, sigmaP } }: Run): string =>
  `Two of the ${n} examples of the setting on this page: ${d} coordinates a patch, noise of size ${sigmaP} on ${s} of them, α = ${alpha}.`;

/** A neuron's weights over the noise of an example, and what comes of both, as bars on one scale. */
export function neuronPicture(run: Run): SVGElement {
  const { d, sigma0 } = run.setting;
  const [example] = firstExamples(run, 1) as [Drawn];
  const neuron = leadingNeuron(run);
  const sums = [
    { name: "⟨w, v⟩", value: neuron.signal, class: "feature" },
    { name: "⟨w, ξ⟩ seen", value: neuron.noise, class: "noise" },
    { name: "fresh ⟨w, ξ⟩", value: neuron.fresh, class: "fresh" },
  ];
  const most = Math.max(...sums.map(({ value }) => Math.abs(value)), 1e-300);
  const zero = LEFT + 100;
  const rows = sums.map(({ name, value, class: colour }, k) => {
    const y = 2 * STRIP + 8 + 20 * k;
    const length = (70 * Math.abs(value)) / most;
    return draw(
      "g",
      {},
      draw("text", { x: 0, y: y + 11 }, name),
      draw("rect", { x: value < 0 ? zero - length : zero, y, width: length, height: 13, class: colour }),
      draw("text", { x: zero + 80, y: y + 11 }, shortNumber(Number(value.toPrecision(2)))),
    );
  });
  const words = `A neuron before training: signal ${neuron.signal.toPrecision(2)}, noise ${neuron.noise.toPrecision(2)} on a training example and ${neuron.fresh.toPrecision(2)} on a fresh one.`;
  return picture(
    2 * STRIP + 70,
    words,
    strip(0, "w", neuron.weights, d, sigma0 > 0 ? 1 / (3 * sigma0) : 1),
    strip(STRIP, "ξ of ex. 1", example.noise, d, 1),
    ...rows,
  );
}
