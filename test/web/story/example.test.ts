import { describe, expect, it } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { runOf, standardOf } from "../../../web/choice/state.ts";
import { firstExamples, leadingNeuron } from "../../../web/story/example.ts";

describe.each(["small", "disjoint", "tiny"])("the pictures of %s", (preset) => {
  const run = runOf(standardOf(preset));
  const network = networkOf(run.network, run.setting);
  const { examples, weights } = drawStart(run.setting, network, run.seed);

  it("show the examples that are trained with", () => {
    const [first, second] = firstExamples(run, 2);
    const from = examples.rows[1] as number;
    expect([first?.y, second?.y]).toEqual([...examples.labels.subarray(0, 2)]);
    expect(second?.noise.map(({ value }) => value)).toEqual([
      ...examples.values.subarray(from, examples.rows[2] as number),
    ]);
  });

  it("and the neuron of class +1 that is nearest to the feature", () => {
    const { signal, noise, weights: along } = leadingNeuron(run);
    const firsts = [...weights.subarray(0, network.neurons)];
    const lane = firsts.indexOf(Math.max(...firsts));
    expect(signal).toBe(firsts[lane]);
    const product = [...examples.coordinates.subarray(0, examples.rows[1] as number)].reduce(
      (sum, k, e) => sum + (weights[k * 2 * network.neurons + lane] as number) * (examples.values[e] as number),
      0,
    );
    expect(noise).toBeCloseTo(product, 12);
    expect(along).toHaveLength(examples.rows[1] as number);
  });
});
