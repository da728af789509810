import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypothesesOf, meeting, runOf, unmetBy } from "../../proofs-check/meeting.ts";
import { audit } from "../../src/bounds/audit.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";

const CNN = THEOREMS.filter(({ networks, sharesConditions }) => networks.includes("cnn") && sharesConditions);

describe("runs that meet a theorem's hypotheses", () => {
  it.each(CNN.map(({ id, optimizers }) => [id, optimizers[0] as string]))("%s applies to them", (id, optimizer) => {
    const runs = meeting({ hypotheses: hypothesesOf(id), optimizer, epochs: () => 1 });
    for (const run of fc.sample(runs, 5)) {
      const verdict = audit(runOf(run)).theorems.find((theorem) => theorem.id === id);
      expect(verdict?.sentence).toMatch(/ applies: /);
    }
  });

  it("are told from those that do not", () => {
    const hypotheses = hypothesesOf("thm-4.1");
    const [run] = fc.sample(meeting({ hypotheses, optimizer: "adam", epochs: () => 1 }), 1);
    const { setting, optimizer, batchSize } = run as NonNullable<typeof run>;
    expect(unmetBy(hypotheses, { setting, optimizer, batchSize })).toEqual([]);
    expect(unmetBy(hypotheses, { setting, optimizer: { ...optimizer, weightDecay: 1 }, batchSize })).toEqual([
      "adam-decay",
    ]);
  });

  it("come from theorems that exist", () => {
    expect(() => hypothesesOf("thm-9")).toThrow(/^a theorem must be one of thm-4.1, .*, but is "thm-9"; correct it$/);
  });
});
