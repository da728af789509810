import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { type Spelled, spelledStarts } from "../helpers/arbitraries.ts";
import { dot, loaded, marginError, patches } from "../helpers/model.ts";

/** F_{+1}, F_{-1} by Definition 3.2, dense. */
function outputs(spelled: Spelled, i: number): [number, number] {
  const sigma = (z: number) => (spelled.network === "linear" ? z : Math.max(z, 0) ** spelled.setting.q);
  const output = (neurons: number[][]) =>
    neurons.reduce((sum, w) => sum + patches(spelled, i).reduce((part, patch) => part + sigma(dot(w, patch)), 0), 0);
  return spelled.start.weights.map(output) as [number, number];
}

describe("respond", () => {
  test.prop([spelledStarts()])(
    "gives the outputs of the definition on dense patches, and the margin of the label",
    (spelled) => {
      const { net, weights, examples } = loaded(spelled);
      const response = newResponse(net);
      for (let i = 0; i < examples.count; i++) {
        const margin = respond(weights, examples, i, response);
        const [plus, minus] = outputs(spelled, i);
        // Both computations round; Math.pow within 1 ulp is covered by the q roundings counted.
        const tolerance = 2 * marginError(spelled, i, net);
        expect(Math.abs((response.outputs[0] as number) - plus)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs((response.outputs[1] as number) - minus)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(margin - (spelled.start.labels[i] as number) * (plus - minus))).toBeLessThanOrEqual(
          2 * tolerance,
        );
      }
    },
  );

  test("gives the outputs computed by hand", () => {
    // One neuron a class, w+ = (1, 2, 0), w- = (-1, 0, 1); y = -1, xi = (0.5, 1, 3), q = 3.
    // <w+, y v> = -1, <w+, xi> = 2.5: F+ = 0 + 15.625.  <w-, y v> = 1, <w-, xi> = 2.5: F- = 1 + 15.625.  Margin F- - F+ = 1.
    const spelled: Spelled = {
      setting: { n: 1, d: 3, s: 2, sigmaP: 1, alpha: 0.5, m: 1, q: 3, sigma0: 1, labels: "balanced" },
      network: "cnn",
      start: { labels: [-1], noisePatches: [[0.5, 1, 3]], weights: [[[1, 2, 0]], [[-1, 0, 1]]] },
    };
    const { net, weights, examples } = loaded(spelled);
    const response = newResponse(net);
    expect(respond(weights, examples, 0, response)).toBe(1);
    expect([...response.signal]).toEqual([-1, 1]);
    expect([...response.noise]).toEqual([2.5, 2.5]);
    expect([...response.outputs]).toEqual([15.625, 16.625]);
  });
});
