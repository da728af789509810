import { describe, expect, test } from "vitest";
import { audit } from "../../src/bounds/audit.ts";
import { THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";

const published = (name: string, weightDecay: number, batchSize: number) =>
  parseDynamics({ preset: "paper", optimizer: { name, lr: 5e-5, weightDecay }, batchSize, epochs: 1 });

/** Numbers for which Theorem 4.1 holds with the constants: every ratio is computed in the test that uses them. */
const meeting = parseDynamics({
  setting: { n: 16, d: 2e7, s: 64, sigmaP: 0.1, alpha: 0.1, m: 4, q: 3, sigma0: 0.029, supports: "disjoint" },
  optimizer: { name: "adam", lr: 1e-5, weightDecay: 1e-4, eps: 1e-9 },
  batchSize: 8,
  epochs: 1,
});

describe("audit", () => {
  test("speaks of the papers' model alone", () => {
    const wider = { n: 4, d: 20, s: 3, sigmaP: 0.5, alpha: 0.1, m: 2, q: 3, sigma0: 0.1, mu: 2 };
    for (const name of ["sgd", "adam"]) {
      const run = parseDynamics({ setting: wider, optimizer: { name, lr: 0.01 }, batchSize: 2, epochs: 1 });
      expect(() => audit(run)).toThrow(
        /^setting\.mu must be absent for theorems, which are of the papers' model, but is 2/,
      );
    }
  });

  test("says that the published experiment is outside every theorem it illustrates, and why", () => {
    for (const [name, weightDecay] of [
      ["adam", 1e-5],
      ["adamw", 0.01],
    ] as const) {
      for (const batchSize of [100, 2]) {
        const { supports, theorems, hypotheses } = audit(published(name, weightDecay, batchSize));
        // n s = 20000 > d - 1 = 999.
        expect(supports).toMatchObject({ disjoint: false, probability: "0", complement: "1" });
        const whole = theorems.filter(({ id }) => THEOREMS.find((theorem) => theorem.id === id)?.outcome);
        expect(whole.filter(({ applies }) => applies)).toEqual([]);
        const own = whole.find(({ id }) => id === (name === "adam" ? "thm-4.1" : "thm-4.5"));
        expect(own?.because[0]).toMatch(/supports must be disjoint, but examples \d+ and \d+ share coordinate/);
        // eta s/sigma0^2 = 5e-5 100/1e-4 = 50.
        expect(hypotheses.find((margin) => margin.name === "support-step")).toMatchObject({ ratio: 50, holds: false });
      }
    }
    // AdamW at b = 2: b^2/n = 0.02, so that lambda = 0.01 is half of what the window begins at.
    const { hypotheses } = audit(published("adamw", 0.01, 2));
    expect(hypotheses.find(({ name }) => name === "adamw-decay-least")).toMatchObject({ ratio: 0.5, holds: false });
    // Adam: sigma0 sigmaP/n = 0.01 0.1/200 = 5e-6, so that lambda = 1e-5 is twice the bound.
    const adam = audit(published("adam", 1e-5, 100)).hypotheses;
    expect(adam.find(({ name }) => name === "adam-decay")).toMatchObject({ ratio: 2, holds: false });
  });

  test("says whether n/b is above the boundary of the flip, where there is one", () => {
    // Table 1: c_b |zeta|_1 0.79 is 2.2 to 4.0 (|zeta|_1 = 7.98), K/G(K) = 1, 1.414, 10.2. All of ten seeds flip at b = 200; at b = 100 nine of 20, nine half, two not; none at 2.
    const said = [200, 100, 2].map((b) => audit(published("adam", 1e-5, b)).race?.says);
    expect(said).toEqual(["flips", "open", "learns"]);
    expect(audit(published("sgd", 0, 2)).race).toBeUndefined();
    const { race } = audit(published("adamw", 0.01, 100));
    expect(race?.lead).toBeCloseTo(Math.SQRT2, 3);
    expect(race?.ratio).toBeCloseTo((race?.lead as number) / (race?.needed as number), 12);
    const quiet = { ...published("adam", 1e-5, 100).setting, alpha: 0 };
    const run = { setting: quiet, optimizer: { name: "adam", lr: 5e-5 }, batchSize: 100, epochs: 1 };
    expect(audit(parseDynamics(run)).race).toBeUndefined();
  });

  test("takes batches of signs as alike where they are large", () => {
    expect(audit(published("signsgd", 0, 100)).race?.says).toBe("open");
  });

  test("says that a theorem applies where every hypothesis holds", () => {
    // s n^2/sqrt(d) = 3.66, s sigmaP^2 = 0.64, alpha/sigmaP = 1, sigma0^2 sqrt(d) = 3.76, m = 4, eps/(lambda eta) = 1,
    // s sigmaP = 6.4, sqrt(s) sigmaP = 0.8, alpha = 0.1, eta s sigmaP = 6.4e-5, eta s/sigma0^2 = 0.76, eta/sigma0^2 = 0.012,
    // n s^2 sigmaP/d = 3.3e-4, n^2 s^2/d = 0.052, n/B = 2, sigma0 sigmaP/n = 1.8e-4 > lambda = 1e-4.
    const { theorems, hypotheses, supports } = audit(meeting);
    expect(supports.disjoint).toBe(true);
    const verdict = theorems.find(({ id }) => id === "thm-4.1");
    expect(verdict).toMatchObject({ applies: true, because: [] });
    expect(verdict?.sentence).toMatch(/^Theorem 4\.1 applies: /);
    expect(theorems.find(({ id }) => id === "thm-4.4")?.because).toEqual([
      "it is about adamw, but the run trains with adam",
    ]);
    // A stricter constant of the user's turns it.
    const strict = audit(meeting, { "noise-l1": 10 });
    expect(strict.theorems.find(({ id }) => id === "thm-4.1")?.because).toEqual([
      "noise-l1 fails (s sigmaP = omega(1): left/right is 6.4, but must be > 10)",
    ]);
    expect(hypotheses).toHaveLength(strict.hypotheses.length);
  });

  test("does not take Theorem 4.1 to be about data without feature noise, where nothing flips", () => {
    // docs/errata.md: a large-batch Adam that learns, training and test error 0.
    const { theorems } = audit(
      parseDynamics({
        setting: {
          ...{ n: 8, d: 331776, s: 36, sigmaP: 1 / 6, alpha: 0, m: 5, q: 3, sigma0: 0.08 },
          ...{ labels: "balanced", supports: "disjoint" },
        },
        optimizer: { name: "adam", lr: 1e-4, weightDecay: 2e-5, convention: "paper" },
        batchSize: 8,
        epochs: 1,
      }),
    );
    expect(theorems.find(({ id }) => id === "thm-4.1")?.because).toEqual([
      "feature-noise-size fails (alpha = Theta~(sigmaP): left/right is 0, but must be 0.25 to 4 (log n)^2)",
    ]);
  });

  test("does not take Corollary 4.3, which asks for the conditions of 4.1 and 4.2, to be about batches that neither admits", () => {
    // n/B = 8 is above 4 and below log(1/eps) = 16.3.
    const gap = (batchSize: number) =>
      audit(
        parseDynamics({
          setting: {
            n: 64,
            d: 16777216,
            s: 4,
            sigmaP: 0.45,
            alpha: 0.2,
            m: 4,
            q: 3,
            sigma0: 0.03,
            supports: "disjoint",
          },
          optimizer: { name: "adam", lr: 1.4e-6, weightDecay: 0.06, eps: 8.4e-8, convention: "paper" },
          ...{ batchSize, epochs: 1 },
        }),
      ).theorems.find(({ id }) => id === "cor-4.3")?.because;
    expect(gap(8)).toEqual([expect.stringMatching(/^adam-batch fails \(n\/B = Theta\(1\): left\/right is 8,/)]);
    expect([gap(32), gap(2)]).toEqual([[], []]);
  });

  test("gives this start's thresholds, forgetting times and the moment ratio", () => {
    const { thresholds, moments, stepsPerEpoch } = audit(published("adam", 1e-5, 100));
    expect(stepsPerEpoch).toBe(2);
    // docs: 0.1/sqrt(0.001)/sqrt(1 - 0.81/0.999) = 7.27 .
    expect(moments?.momentRatio).toBeCloseTo(7.27, 2);
    expect(moments?.firstMoment).toBeCloseTo(174.834, 2);
    const { feature, noise } = thresholds as NonNullable<typeof thresholds>;
    // (q p/2) U = 0.75 U.
    for (const j of ["+1", "-1"] as const) expect(feature[j].threshold / feature[j].signal).toBeCloseTo(0.75, 14);
    for (const { least, median, greatest } of [noise.mean, noise.flow]) {
      expect(least).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(greatest);
    }
  });

  test("gives AdamW's steady state: C/lambda, and a feature between the fixed points", () => {
    const { steadyState } = audit(published("adamw", 0.01, 100));
    // eta lambda = 5e-7: 7.27/0.01.
    expect(steadyState?.bound).toBeCloseTo(727, 0);
    // Residuals stop it far below 1/lambda = 100: l(u) 3/4 ... = lambda u (g + eps); see docs/notes/thresholds.md. u* = 1.15e-4, 1/(2 u*) = 4330.
    expect(steadyState?.failingDecay).toBeCloseTo(4330, 0);
    expect(steadyState?.stable).toBeGreaterThan(1);
    expect(steadyState?.stable).toBeLessThan(100);
    expect(audit(published("adam", 1e-5, 100)).steadyState).toBeUndefined();
    expect(audit(published("adamw", 5000, 100)).steadyState).toMatchObject({ unstable: null, stable: null });
  });

  test("has null, not Infinity, where a moment never forgets, so that JSON keeps it", () => {
    const run = { preset: "tiny", optimizer: { name: "adamw", lr: 0.1, eps: 0 }, batchSize: 2, epochs: 1 };
    const found = audit(parseDynamics(run));
    expect(found.moments).toMatchObject({ firstMoment: null, secondMoment: null });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("asks of a linear network the convex theorem alone, and nothing of the theorems about the cnn", () => {
    const run = { setting: meeting.setting, network: "linear", optimizer: meeting.optimizer, batchSize: 8, epochs: 1 };
    const { theorems } = audit(parseDynamics(run));
    expect(theorems.filter(({ applies }) => applies).map(({ id }) => id)).toEqual(["convex-same", "moment-ratio"]);
    expect(theorems.find(({ id }) => id === "thm-4.1")).toMatchObject({
      concerns: false,
      because: ["it is about the cnn network, but the run trains the linear one"],
    });
  });

  test("leaves out what an optimizer or network has not", () => {
    const sgd = { preset: "tiny", network: "linear", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 };
    const found = audit(parseDynamics(sgd));
    expect(found.moments).toBeUndefined();
    expect(found.thresholds).toBeUndefined();
    // b1^2 >= b2: no bound.
    const adam = { preset: "tiny", optimizer: { name: "adam", lr: 0.1, betas: [0.9, 0.5] }, batchSize: 2, epochs: 1 };
    const { moments, hypotheses } = audit(parseDynamics(adam));
    expect(moments).not.toHaveProperty("momentRatio");
    expect(hypotheses.find(({ name }) => name === "moment-ratio")?.holds).toBe(false);
  });
});
