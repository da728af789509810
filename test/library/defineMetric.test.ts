import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "@fast-check/vitest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { jobKey } from "../../src/experiments/job.ts";
import { defineMetric } from "../../src/library/defineMetric.ts";
import { loadFile } from "../../src/library/load/loadFile.ts";
import { mustTravel } from "../../src/library/load/mustTravel.ts";
import { columns } from "../../src/library/summary.ts";
import { finish } from "../../src/sim/follow.ts";
import { OWN_METRICS, type OwnMetric, type Sight } from "../../src/sim/ownMetrics.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { newFolder } from "../helpers/newFolder.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4, testSize: 20 };
const define = (name: string, of: OwnMetric["of"]) => defineMetric({ name, about: "tried out", unit: "none", of });

/** max_r <w_{j,r}, jv> of class j = +1, -1, as featureLearning is defined. */
const learnt = ({ signal: [plus = [], minus = []] }: Sight) => Math.min(Math.max(...plus), -Math.min(...minus));
/** The largest of what noiseMemorization tells: of examples of class j, neurons of class j. */
const memorized = ({ noise, labels }: Sight) =>
  Math.max(...labels.map((y, i) => Math.max(...(noise[y === 1 ? 0 : 1] as number[][]).map((of) => of[i] as number))));

describe("defineMetric", () => {
  test.prop([fc.nat({ max: 1000 }), fc.constantFrom("balanced", "rademacher")], { numRuns: 10 })(
    "sees at either level the coefficients that the built-in metrics are made of",
    (seed, labels) => {
      OWN_METRICS.forget();
      define("learnt", learnt);
      define("memorized", memorized);
      const setting = { n: 6, d: 40, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3, labels };
      const { preset: _, ...rest } = RUN;
      const file = { ...rest, setting, seed };
      for (const { history } of [simulate(parseRun(file)), finish(dynamics(parseDynamics(file)))]) {
        expect(history).toHaveLength(5);
        for (const {
          metrics,
          featureLearning: f,
          noiseMemorization: { max },
        } of history) {
          const memory = Object.values(max).filter((value) => value !== null);
          expect(metrics).toEqual({ learnt: Math.min(f["+1"], f["-1"]), memorized: Math.max(...memory) });
        }
      }
    },
  );

  it("changes nothing else of a result, and nothing at all where none is defined", () => {
    const without = simulate(parseRun(RUN));
    define("one", () => 1);
    const { history, ...rest } = simulate(parseRun(RUN));
    const plain = history.map(({ metrics, ...moment }) => moment);
    expect(history.map(({ metrics }) => metrics)).toEqual(history.map(() => ({ one: 1 })));
    expect(JSON.stringify(plain)).toBe(JSON.stringify(without.history));
    expect(Object.keys(rest)).toEqual(Object.keys(without).filter((key) => key !== "history"));
    OWN_METRICS.forget();
    expect(JSON.stringify(simulate(parseRun(RUN)))).toBe(JSON.stringify(without));
  });

  it("cannot change what is recorded, or what another metric sees", () => {
    define("greedy", ({ moment, signal, noise, labels, setting }) => {
      Object.assign(moment, { trainLoss: -1 });
      moment.featureLearning["+1"] = -1;
      for (const numbers of [labels, ...signal, ...noise.flat()] as number[][]) numbers.fill(0);
      Object.assign(setting, { n: -1 });
      return 0;
    });
    define("modest", ({ moment, labels, setting }) => moment.trainLoss + labels.length + setting.n);
    const { final, config } = simulate(parseRun(RUN));
    expect(final.metrics).toEqual({ greedy: 0, modest: final.trainLoss + 12 });
    expect([final.trainLoss > 0, config.setting.n]).toEqual([true, 6]);
  });

  it.each([
    [() => Number.NaN, /^of of metric bad must return a finite number, but returned NaN; correct it$/],
    [() => Number.POSITIVE_INFINITY, /^of of metric bad must return a finite number, but returned /],
    [() => "3" as unknown as number, /^of of metric bad must return a finite number, but returned "3"; correct it$/],
    [async () => 3, /^of of metric bad must return a finite number, but returned a promise; make it a plain function$/],
    [
      () => {
        throw new Error("oh");
      },
      /^of of metric bad must give a number for every moment, but failed with "oh"; correct it$/,
    ],
    [
      Math.random,
      /^of of metric bad must depend on what it is given alone, but gave 0\.\d+ and then 0\.\d+; leave out /,
    ],
  ])("looks at what it gives: %s", (of, sentence) => {
    define("bad", of as OwnMetric["of"]);
    expect(() => simulate(parseRun(RUN))).toThrow(sentence);
  });

  it.each([
    [{ name: "two words" }, /^name of a metric must be a letter, then letters, digits and hyphens, but is "two words"/],
    [
      { name: "lr" },
      /^name of a metric must be one that no column, metric or event has, but is "lr"; choose another one/,
    ],
    [{ name: "generalizes" }, /^name of a metric must be one that no column, metric or event has/],
    [{ about: "" }, /^about of metric fine must be a text, but is ""; say what it is/],
    [{ unit: 3 }, /^unit of metric fine must be a text, but is 3; name the unit, "none" for a pure number/],
    [
      { units: "s" },
      /^units must be a known key of metric fine, but is not \(its value is "s"\); did you mean "unit"\?/,
    ],
    [{ of: 3 }, /^of of metric fine must be a function, but is 3; it gives the number of a moment/],
  ])("refuses %j in a sentence", (wrong, sentence) => {
    const fine = { name: "fine", about: "tried out", unit: "none", of: () => 1 };
    expect(() => defineMetric({ ...fine, ...wrong } as OwnMetric)).toThrow(sentence);
    expect(OWN_METRICS.known()).toEqual([]);
  });

  it("takes the same definition again, in the place of the first, and no other of that name", () => {
    const shift = (by: number) => define("shifted", () => by);
    shift(1);
    shift(2);
    expect(simulate(parseRun(RUN)).final.metrics).toEqual({ shifted: 2 });
    expect(() => define("shifted", () => 3)).toThrow(
      'the name of a metric must be one that no other definition has taken, but is "shifted"; choose another one',
    );
  });

  it("is a column with its unit", () => {
    defineMetric({ name: "long", about: "of that moment", unit: "steps", of: ({ moment }) => moment.step });
    expect(columns().at(-1)).toEqual({ name: "long", type: "double", unit: "steps", about: "of that moment" });
  });

  it("of another code is another run in a journal; a script's own cannot go to other threads", async () => {
    const job = { kind: "simulate", run: parseRun(RUN) } as const;
    const engine = { name: "x", version: "1" };
    const plain = jobKey(job, engine);
    const path = join(newFolder(), "own.ts");
    const keyOf = async (text: string) => {
      OWN_METRICS.forget();
      writeFileSync(path, `import { defineMetric } from "adamcheck";\n${text}`);
      const { file, sha256 } = (await loadFile(path)).loaded;
      const origin = { file, sha256 };
      expect(mustTravel(["adam"])).toEqual([origin]);
      expect(simulate(parseRun(RUN)).metricsFrom).toEqual([origin]);
      return jobKey(job, engine);
    };
    const one = 'defineMetric({ name: "one", about: "a number", unit: "none", of: () => 1 });';
    const keys = [await keyOf(one), await keyOf(one.replace("=> 1", "=> 2")), plain];
    expect(new Set(keys).size).toBe(3);
    OWN_METRICS.forget();
    expect(jobKey(job, engine)).toBe(plain);
    define("here", () => 1);
    expect(() => mustTravel(["adam"])).toThrow(
      /^metric "here" must come from a file where runs go to other threads, but is defined in this script; /,
    );
  });
});
