import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/bounds/audit.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { auditText } from "../../src/report/auditText.ts";
import { fold } from "../../src/report/text/fold.ts";

const textOf = (run: object) => auditText(audit(parseDynamics({ preset: "tiny", batchSize: 2, epochs: 1, ...run })));
const adam = { name: "adam", lr: 1e-3, weightDecay: 0.01 };

describe("auditText", () => {
  it("says the run, its supports, its moments, its thresholds, every hypothesis and every theorem", () => {
    const text = textOf({ preset: "paper", batchSize: 100, optimizer: { name: "adam", lr: 5e-5, weightDecay: 1e-5 } });
    const lines = text.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "Of 9 theorems and lemmas about adam, 1 applies to this run: Lemma C.1. 9 of 21 hypotheses fail; its supports overlap.",
      "n = 200, d = 1000, s = 100, sigmaP = 0.1, alpha = 0.2, sigma0 = 0.01, m = 20, q = 3; adam, lr = 0.00005, weightDecay = 0.00001, batch size 100, seed 1",
    ]);
    // n(n-1)/2 s^2/(d-1) = 19900 10^4/999.
    expect(text).toContain(
      "Supports of this start are not pairwise disjoint. Drawn independently: P(disjoint) = 0, 1 - P = 1 (union bound 199200).",
    );
    // ln(10^8)/(-ln 0.9) = 18.42068/0.1053605 = 174.8; 2 ln(2 10^9)/(-ln 0.999) = 42.83282/0.00100050 = 42810; 7.27 as in audit.test.ts;
    // G(2) is close to sqrt(2).
    expect(text).toContain(
      "An epoch has n/B = 2 steps; the first moment forgets in 174.8 steps (b1^t <= eps), the second forgets in 42810 steps (b2^(t/2) <= lambda eta); normalized steps are at most 7.27 (moment-ratio); steady gradients move the feature by 2 eta an epoch, a noise coordinate by about 1.414 eta.",
    );
    // 0.6055 as in audit.test.ts: sqrt(2)/2.336.
    expect(text).toContain(
      "Warning: n/b = 2 is within a factor 2 of the boundary of the flip: the feature may be learnt or flip, and seeds differ (an epoch moves the feature K/G(K) = 1.414 times as far as a coordinate of an example's noise, K = n/b, and 0.79 c_b |zeta|_1 = 2.336 times are needed, so it has 0.6055 of that; while decay is small, a law of disjoint supports, stretched).",
    );
    expect(text).toMatch(/^ {2}run {6}0\.00001$/m);
    expect(text).toMatch(/│ adam-decay +│ lambda = o\(sigma0\^\(q-2\) sigmaP\/n\) │ 2 +│ < 1 +│/);
    expect(text).toMatch(/^ {2}a {2}Theorem 4\.1 \(does not apply\): large-batch Adam ends /m);
    expect(text).toMatch(/^ {2}d {2}Lemma C\.1 \(applies\): Adam's normalized step is bounded$/m);
    // Each hypothesis once in the two tables, once in the matrix, once with its meaning.
    expect(text.match(/adam-decay/g)).toHaveLength(3);
    expect(text).toMatch(/^ {2}disjoint supports {2}x x x \. x x x x x$/m);
    expect(text).toMatch(/^ {2}mini-batch {9}\. x \. \. \. \. x x x$/m);
    expect(text).toMatch(/^ {2}moment-ratio {7}o o o o o o o o o$/m);
    // One line each or in the list of the others.
    for (const { name } of THEOREMS) expect(text).toContain(name);
    expect(text.endsWith(".\n")).toBe(true);
  });

  test.prop([fc.integer({ min: 40, max: 200 })])("fits any width, its matrix in parts where it must be", (width) => {
    const found = audit(parseDynamics({ preset: "tiny", batchSize: 2, epochs: 1, optimizer: adam }));
    const text = fold(auditText(found, width), width);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    for (const { name } of found.hypotheses) expect(text).toContain(name);
  });

  it("says never where a moment never forgets, and that there is no bound where b1^2 >= b2", () => {
    expect(textOf({ optimizer: { ...adam, eps: 0, weightDecay: 0 } })).toContain(
      "the first moment never forgets (b1^t <= eps), the second never forgets (b2^(t/2) <= lambda eta)",
    );
    expect(textOf({ optimizer: { ...adam, betas: [0.9, 0.5] } })).toContain(
      "b1^2 >= b2: normalized steps have no bound.",
    );
  });

  it("says AdamW's steady state in all its cases", () => {
    const state = (optimizer: object) =>
      /^AdamW's steady state, .*$/m.exec(textOf({ optimizer: { ...adam, name: "adamw", ...optimizer } }))?.[0];
    expect(state({})).toMatch(
      /: \|w\| <= 727; the feature of a class grows to \S+ from anywhere above \S+; a weight decay above 4330 holds none\.$/,
    );
    expect(state({ weightDecay: 0 })).toMatch(
      /: weights have no bound; without weight decay the feature has none; a weight decay above 4330 holds none\.$/,
    );
    // eta lambda = 5.
    expect(state({ weightDecay: 5000 })).toMatch(/: weights have no bound; the feature of every class shrinks to 0; /);
    expect(state({ eps: 0 })).toMatch(/ from anywhere above 0; at eps = 0 every weight decay holds some feature\.$/);
    expect(state({ name: "adam" })).toBeUndefined();
  });

  it("says of other optimizers and networks what is not about them", () => {
    const sign = textOf({ optimizer: { name: "signsgdw", lr: 0.1, weightDecay: 0.01 } });
    expect(sign).toContain("An epoch has n/B = 3 steps.\n");
    expect(sign).toMatch(/^ {2}run {6}0\.01 \(of signsgdw, to which they do not apply\)$/m);
    expect(sign).toContain(`Not about signsgdw on the cnn network: ${THEOREMS.map(({ name }) => name).join(", ")}.\n`);
    const linear = textOf({ network: "linear", optimizer: adam });
    expect(linear).not.toContain("thresholds of weight decay");
    expect(linear).toMatch(/^ {2}. {2}Theorem 4\.2 of Z21 \(applies\): /m);
    expect(linear).toMatch(/^Not about adam on the linear network: Theorem 4\.1, Theorem 4\.2, /m);
  });
});
