import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypothesesOf } from "../../proofs-check/meeting.ts";
import { audit } from "../../src/bounds/audit.ts";
import { marginsOf } from "../../src/bounds/hypotheses/margin.ts";
import { THEOREMS, type Theorem } from "../../src/bounds/hypotheses/theorems.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { breaking, meetingLetters } from "../helpers/rowAlone.ts";
import { failing, type Letters } from "../helpers/rows.ts";

const SPARSE = ["start-size", "sparse-supports", "noise-l1", "noise-l2"];
/**
 * Rows that cannot fail alone, and those of which one fails with them.
 *
 * noise-step: eta s sigmaP >= 1 > eta s/sigma0^(q-1) gives sigma0^(q-1) > 1/sigmaP >= sqrt(s), so sigma0 > 1; sigma0^2 <= 4/sqrt(d) < 4/(n s) then leaves
 * s = 1, where s sigmaP <= 1. single-step: s >= 1. sparse-noise: n s^2 sigmaP <= n^2 s^2 where sigmaP <= 1. some-decay: eps/(lambda eta) is no number
 * at lambda = 0. noise-l1, adamw-large-batch: either makes B s sigmaP/n <= 1, whose power 1 - q is at least 1, which alpha is not.
 */
const NEVER_ALONE: Readonly<Record<string, readonly string[]>> = {
  "noise-step": ["support-step", ...SPARSE],
  "single-step": ["support-step"],
  "sparse-noise": ["sparse-supports", "noise-l2"],
  "some-decay": ["eps-size"],
  "noise-l1": ["feature-noise-wins", "feature-noise"],
  "adamw-large-batch": ["feature-noise-wins", "feature-noise"],
};

const rowsOf = ({ id }: Theorem) => hypothesesOf(id);
/** Theorems with the same rows, about the same optimizer, are asked of the same runs. */
const keyOf = (theorem: Theorem) => `${theorem.optimizers} ${rowsOf(theorem)}`;
const GROUPS = [...new Set(THEOREMS.map(keyOf))].map((key) => THEOREMS.filter((theorem) => keyOf(theorem) === key));

const neverAlone = (rows: readonly string[], row: string) => {
  const by = NEVER_ALONE[row];
  return by?.every((other) => rows.includes(other)) ? by : undefined;
};

/** Why each theorem of a group does not apply to letters. */
function because(group: readonly Theorem[], { n, d, s, sigmaP, alpha, m, q, sigma0, ...at }: Letters) {
  const [{ optimizers, networks }] = group as [Theorem];
  const moments = optimizers[0] === "sgd" ? {} : { betas: [at.b1, at.b2], eps: at.eps, convention: "paper" };
  const { theorems } = audit(
    parseDynamics({
      setting: { n, d, s, sigmaP, alpha, m, q, sigma0, labels: "balanced", supports: "disjoint" },
      network: networks[0],
      optimizer: { name: optimizers[0], lr: at.eta, weightDecay: at.lambda, ...moments },
      ...{ batchSize: at.B, epochs: 1, testSize: 1 },
    }),
  );
  const ids = group.map(({ id }) => id);
  return theorems.filter(({ id }) => ids.includes(id)).map((theorem) => theorem.because);
}

const alike = <T>(group: readonly Theorem[], value: T) => group.map(() => value);
const named = (reasons: readonly string[]) => reasons.map((reason) => reason.split(" fails ")[0]).sort();

describe.each(GROUPS.map((group) => [group.map(({ id }) => id).join(", "), group] as const))("%s", (_, group) => {
  const rows = rowsOf(group[0] as Theorem);
  const met = meetingLetters(rows);

  it("applies where every row holds", () => {
    expect(because(group, met[0] as Letters)).toEqual(alike(group, []));
  });

  it.each(rows.filter((row) => !neverAlone(rows, row)))("does not where %s alone fails, and names it", (row) => {
    const broken = breaking(met, rows, row) as Letters;
    expect(because(group, broken).map(named)).toEqual(alike(group, [row]));
  });

  it.each(rows.filter((row) => neverAlone(rows, row)))(
    "does not where %s fails, and names what fails with it",
    (row) => {
      expect(breaking(met, rows, row)).toBeUndefined();
      const broken = breaking(met, rows, row, (fails) => fails.includes(row)) as Letters;
      expect(because(group, broken).map(named)).toEqual(alike(group, failing(rows, broken).sort()));
    },
  );
});

it("a row that never fails alone fails at no letters without one of those named", () => {
  const log = (from: number, to: number) => fc.nat({ max: 1 << 20 }).map((k) => from * (to / from) ** (k / (1 << 20)));
  const whole = (to: number) => log(1, to).map(Math.round);
  const letters = fc.record({
    ...{ n: whole(64).filter((n) => n > 1), s: whole(64), d: log(2, 1e8), sigmaP: log(0.01, 4), alpha: log(0.01, 4) },
    ...{ m: whole(9), q: fc.constantFrom(3, 4), sigma0: log(1e-3, 4), eta: log(1e-6, 4), eps: log(1e-6, 4) },
    ...{ lambda: fc.oneof(fc.constant(0), log(1e-6, 4)), share: log(1 / 64, 1), b1: fc.constant(0.9) },
    b2: fc.constant(0.99),
  });
  const fails = Object.fromEntries(Object.keys(NEVER_ALONE).map((row) => [row, 0]));
  const looked = [...new Set(Object.entries(NEVER_ALONE).flat(2))];
  for (const { share, ...at } of fc.sample(letters, { seed: 1, numRuns: 2000 })) {
    const values = { ...at, B: Math.max(1, Math.round(share * at.n)) };
    const failed = marginsOf(looked, values).flatMap(({ name, holds }) => (holds ? [] : [name]));
    for (const [row, by] of Object.entries(NEVER_ALONE)) {
      if (!failed.includes(row)) continue;
      fails[row] = (fails[row] as number) + 1;
      expect(
        by.some((other) => failed.includes(other)),
        `${row} at ${JSON.stringify(values)}`,
      ).toBe(true);
    }
  }
  for (const [row, count] of Object.entries(fails)) expect(count, row).toBeGreaterThan(50);
});
