import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../proofs-check/check.ts";
import { cor43 } from "../../proofs-check/claims/cor43.ts";
import { here } from "../../proofs-check/executor.ts";
import { hypothesesOf, meeting, runOf } from "../../proofs-check/meeting.ts";
import { askable, runOfAsked } from "../../proofs-check/ofOptimizer.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { FORMATS } from "../../proofs-check/report/formats.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { claimOf, finds } from "../helpers/claims.ts";
import { heavyBall, lion, ownAdamw } from "../helpers/ownOptimizers.ts";

const runs = meeting({ hypotheses: hypothesesOf("thm-4.1"), optimizer: "adam", n: [8], epochs: () => 1 });
const all = [...OPTIMIZERS, lion, ownAdamw, heavyBall];

describe("runOfAsked", () => {
  test.prop([runs, fc.constantFrom(...all)], { numRuns: 30 })(
    "is a run that parses, with another rule and nothing else changed",
    (run, { name, adaptive, own }) => {
      const asked = runOfAsked(run, { optimizer: name });
      const { optimizer } = runOf(asked);
      expect({ ...asked, optimizer: run.optimizer }).toEqual(run);
      expect(optimizer).toMatchObject({ name, lr: run.optimizer.lr, weightDecay: run.optimizer.weightDecay });
      expect(optimizer.betas).toEqual(adaptive || own?.betas ? run.optimizer.betas : undefined);
      // As the paper's: eps = lambda eta.
      const eps = run.optimizer.weightDecay * run.optimizer.lr;
      expect(optimizer.eps).toEqual(adaptive || own?.eps !== undefined ? eps : undefined);
      expect(runOfAsked(run, {})).toBe(run);
    },
  );
});

describe("claims asked of another optimizer", () => {
  it("are those about whole runs", () => {
    const some = CLAIMS.filter((claim) => askable(claim, "lion").length > 0).map(({ id }) => id);
    expect(some).toEqual(["thm-4.1", "thm-4.2", "cor-4.3", "thm-4.4", "thm-4.5"]);
    expect(askable(cor43(), "lion").map(({ name }) => name)).toEqual(["beyond-order", "four-orders"]);
    for (const claim of CLAIMS) expect(askable(claim, undefined)).toBe(claim.checks);
  });

  it("that say nothing of it are counted as what the text says of them: not asked", async () => {
    const only = claimOf([finds({})], { id: "of-adam" });
    const verdicts = await check([only], { seed: 1, cases: 1, now: () => 0, executor: here, optimizer: "sgd" });
    expect(verdicts.map(({ says, verdict }) => [says, verdict])).toEqual([["not asked of sgd", "hypotheses unmet"]]);
    for (const format of ["text", "brief", "md"] as const) {
      expect(FORMATS[format](verdicts)).toContain("\n1 claim: 1 not asked.\n");
    }
  });

  it("name the optimizer and what was left out, and rest on no lemma of the paper's", async () => {
    const [claim = cor43()] = CLAIMS.filter(({ id }) => id === "cor-4.3");
    const only = {
      ...claim,
      checks: claim.checks.filter(({ name }) => ["four-orders", "beyond-thresholds"].includes(name)),
    };
    const options = { seed: 1, cases: 6, now: () => 0, executor: here };
    const [asked] = await check([only], { ...options, optimizer: "sgd" });
    expect(asked).toMatchObject({ id: "cor-4.3", optimizer: "sgd", restsOn: [], rests: [] });
    expect(asked?.says).toMatch(/^of sgd: /);
    expect(asked?.statement).toMatch(
      /^asked of sgd in the place of the paper's optimizer; left out, as they are of the paper's own: beyond-thresholds: Adam with /,
    );
    expect(asked?.evidence.map((one) => one.check)).toEqual(["four-orders"]);
  });
});
