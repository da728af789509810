import { describe, expect, it } from "vitest";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { activationAt, OWN_ACTIVATIONS } from "../../src/sim/activations/own.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

const file = (name: string) => new URL(`../../examples/${name}`, import.meta.url).pathname;
const SETTING = { n: 8, d: 20, s: 19, sigmaP: 0.3, alpha: 0, m: 3, q: 1, sigma0: 0.1 };
const runOf = (setting: object) =>
  parseRun({
    setting: { ...SETTING, ...setting },
    optimizer: { name: "adam", lr: 0.01 },
    ...{ batchSize: 4, epochs: 5, testSize: 50 },
  });

describe("the examples", () => {
  it("activations.ts defines four, which stay finite where exp does not", async () => {
    const { defines } = await loadFile(file("activations.ts"));
    expect(defines).toEqual(["gelu", "swish", "softplus", "tanh"].map((name) => `activation ${name}`));
    for (const own of OWN_ACTIVATIONS.known()) {
      const { value, derivative } = activationAt(own, 3);
      for (const z of [-1000, 1000]) expect([value(z), derivative(z)].every(Number.isFinite), own.name).toBe(true);
      expect(simulate(runOf({ activation: own.name })).history.length).toBeGreaterThan(1);
    }
  });

  it("data.ts defines two, which either engine trains to the same bytes", async () => {
    const { defines } = await loadFile(file("data.ts"));
    expect(defines).toEqual(["data correlated", "data clusters"]);
    for (const setting of [{ data: "correlated" }, { data: "clusters", patches: 1, q: 2 }]) {
      const [one, other] = [wasm, reference].map((engine) => simulate(runOf(setting), { engine }).history);
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    }
    expect(simulate(runOf({ data: "clusters", patches: 1 })).final.metrics).toHaveProperty("feature2Plus");
  });
});
