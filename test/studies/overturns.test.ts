import "../../src/data/images/files.ts";
import "../../src/sim/schedules/formula.ts";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceAt } from "../../src/report/figures/source.ts";
import { studyFrom } from "../../src/report/figures/study/rows.ts";
import { STUDIES } from "../../src/studies/registry.ts";
import type { Row } from "../../src/studies/study.ts";
import { FEW, MOST, type Study } from "../../src/studies/study.ts";

const named = (name: string) => STUDIES.find((study) => study.name === name) as Study;

const row = (at: Row["at"], value: number, more: Partial<Row> = {}): Row => ({
  ...{ part: "p", at, measure: "learn", kind: "share", seeds: 20, silent: 0, value, low: 0, high: 1, ...more },
});
/** Of these values at one point, those that overturn. */
const overturning = (name: string, values: readonly number[], at: Row["at"], more: Partial<Row> = {}) =>
  values.filter((value) => {
    const one = row(at, value, more);
    return named(name).overturns(one, [one]);
  });

describe("what overturns a study, as counted,", () => {
  it("is half of the seeds on the other side of a boundary, half itself not", () => {
    for (const name of ["optimizers", "signs", "schedules"]) {
      expect(overturning(name, [0, 0.5, 0.55], { batchSize: 1 }, { predicted: FEW })).toEqual([0.55]);
      expect(overturning(name, [0.45, 0.5, 1], { batchSize: 1 }, { predicted: MOST })).toEqual([0.45]);
      expect(overturning(name, [0, 1], { batchSize: 1 })).toEqual([]);
    }
  });

  it("is of without-alpha only below s sigmaP, where AdamW was said not to flip", () => {
    // n = 64, D = 7: s = 64^1.5 = 512, sigmaP = 1/sqrt(s log n): s sigmaP = sqrt(512/log 64) = 11.1; n/b = 8 is below, 16 above.
    const flips = (batchSize: number, predicted = MOST) =>
      overturning("without-alpha", [0.2, 0.8], { n: 64, q: 3, beta2: 0.9, batchSize }, { predicted });
    expect([flips(8), flips(4), flips(8, FEW)]).toEqual([[0.2], [], []]);
  });

  it("is of floor below b^2/n alone", () => {
    // 16^2/64 = 4.
    const fails = (weightDecay: number) =>
      overturning("floor", [0.2, 0.8], { n: 64, batchSize: 16, weightDecay }, { predicted: MOST });
    expect([fails(1), fails(4)]).toEqual([[0.2], []]);
  });

  it("is of window below the feature threshold, where beyond it most were said to fail as well", () => {
    // lambda = unit sigma0/n; the feature's 95% quantile is 115 of these (window.test.ts).
    const learns = (unit: number) =>
      overturning(
        "window",
        [0.4, 0.6],
        { n: 64, s: 64, batchSize: 64, weightDecay: (unit * 0.02) / 64 },
        { predicted: FEW },
      );
    expect([learns(0.8), learns(240)]).toEqual([[0.6], []]);
  });

  it("is of readings told of fresh seeds: one as printed near it, or none near it at all", () => {
    const reading = (part: string, beta2: number, value: number) =>
      row({ beta2, eps: 1e-8 }, value, { part, measure: "near" });
    const told = (rows: readonly Row[]) => rows.filter((one) => named("readings").overturns(one, rows));
    const [screened, other, printed] = [
      reading("screening", 0.995, 0),
      reading("fresh", 0.995, 0.9),
      reading("fresh", 0.999, 0.9),
    ];
    expect(told([screened, other])).toEqual([]);
    expect(told([screened, other, printed])).toEqual([printed]);
    const far = reading("fresh", 0.995, 0.2);
    expect(told([screened, far])).toEqual([far]);
  });

  it("is of images-decay another thing for each optimizer and decay", () => {
    const breaks = (optimizer: string, weightDecay: number) =>
      overturning("images-decay", [0, 1], { optimizer, weightDecay }, { measure: "breaks" });
    expect([breaks("adam", 0.1), breaks("adam", 1), breaks("adam", 3), breaks("adamw", 10)]).toEqual([
      ...[[1], [], [0], [1]],
    ]);
  });

  it("is the same in the kept tables, and found in those that findings.md calls overturned", () => {
    const count = Object.fromEntries(
      ["floor", "optimizers", "signs", "window", "recovery", "images-batch", "images-decay", "images-betas"].map(
        (name) => {
          const { rows } = studyFrom(sourceAt(`docs/results/studies/${name}.csv`));
          const found = rows as unknown as readonly Row[];
          const told = rows.filter((_, k) => named(name).overturns(found[k] as Row, found));
          expect(told).toEqual(rows.filter(({ overturns }) => overturns));
          const said = /Overturned as counted, by (\d+)/.exec(readFileSync(`docs/results/studies/${name}.md`, "utf8"));
          expect(Number(said?.[1] ?? 0)).toBe(told.length);
          return [name, told.length];
        },
      ),
    );
    expect(count).toEqual({
      ...{ floor: 1, optimizers: 1, signs: 0, window: 6, recovery: 6 },
      ...{ "images-batch": 1, "images-decay": 0, "images-betas": 0 },
    });
  });
});
