import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { check } from "../../proofs-check/check.ts";
import { property } from "../../proofs-check/checks/property.ts";
import type { Check, Claim } from "../../proofs-check/claim.ts";
import { type Executor, here } from "../../proofs-check/executor.ts";
import { runCase } from "../../proofs-check/runCase.ts";
import { checked } from "../helpers/checked.ts";
import { claimOf, finds } from "../helpers/claims.ts";

/** Several at once, which end in an order of their own. */
const shuffled = (width: number, delays: readonly number[]): Executor => ({
  ...here,
  width,
  async sample({ check }, index, context) {
    for (let k = 0; k < (delays[index % delays.length] as number); k++) await Promise.resolve();
    return runCase(check, index, context);
  },
  close: async () => {},
});

/** Says which cases it was given. */
const listing = (given: Partial<Check>) =>
  finds({}, { ...given, sample: (index) => index, judge: (samples) => ({ verdict: "holds", reason: `${samples}` }) });

const evidenceOf = async (claim: Claim, cases: number) => (await checked(claim, { cases })).evidence;

const RULE = "a verdict (holds, contradicted, fails with constants 1, hypotheses unmet, inconclusive) and its reason";

describe("check", () => {
  it("gives every check so many cases, within what it needs and what it has", async () => {
    const three = claimOf([listing({ most: 2 }), listing({ least: 5, most: 9 }), listing({ most: 100 })]);
    expect((await evidenceOf(three, 3)).map(({ reason }) => reason)).toEqual(["0,1", "0,1,2,3,4", "0,1,2"]);
  });

  test.prop([fc.integer({ min: 1, max: 8 }), fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 7 }), fc.nat()])(
    "comes to the same whatever runs at once",
    async (width, delays, seed) => {
      const odd = property({
        name: "odd",
        about: "",
        cases: fc.nat({ max: 40 }),
        violation: (x) => (x % 7 === 6 ? `${x}` : undefined),
      });
      const claims = [claimOf([odd, listing({ least: 3, most: 5 })])];
      const options = { seed, cases: 10, now: () => 0 };
      const together = await check(claims, { ...options, executor: shuffled(width, delays) });
      expect(together).toEqual(await check(claims, { ...options, executor: here }));
    },
  );

  it("spends a time first on what every check needs, then evenly", async () => {
    let clock = 0;
    const ticking: Executor = {
      ...here,
      async sample({ check: { name } }, index) {
        const took = name === "slow0" ? 100 : 10;
        clock += took;
        return { sample: index, took };
      },
    };
    const claim = claimOf([listing({ name: "slow", most: 1000 }), listing({ name: "fast", most: 1000, least: 2 })]);
    const [verdict] = await check([claim], { seed: 1, seconds: 1, executor: ticking, now: () => clock });
    // Half of 1000 ms each: 5 of 100 ms, 50 of 10 ms, up to the one that is expected to end half late.
    expect(verdict?.evidence.map(({ cases }) => cases)).toEqual([5, 50]);
  });

  it("runs what every check needs even if there is no time", async () => {
    const claim = claimOf([listing({ least: 4, most: 1000 })]);
    const [verdict] = await check([claim], { seed: 1, seconds: 0, executor: here, now: () => 0 });
    expect(verdict?.evidence[0]?.cases).toBe(4);
  });

  it("keeps the other verdicts where a check throws", async () => {
    const sample = () => {
      throw new Error("no such luck");
    };
    expect(await evidenceOf(claimOf([finds({}, { sample }), finds({})]), 1)).toMatchObject([
      { verdict: "inconclusive", reason: 'case 0: it threw "no such luck"; correct it' },
      { verdict: "holds" },
    ]);
  });

  test.prop([fc.integer({ min: 1, max: 8 }), fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 7 })])(
    "names the first case that throws whatever runs at once",
    async (width, delays) => {
      const sample = (index: number) => {
        if (index >= 3) throw index;
        return index;
      };
      const options = { seed: 1, cases: 20, executor: shuffled(width, delays), now: () => 0 };
      const [verdict] = await check([claimOf([finds({}, { sample, most: 99 })])], options);
      expect(verdict?.evidence).toMatchObject([{ cases: 3, reason: 'case 3: it threw "3"; correct it' }]);
    },
  );

  it.each([
    [undefined, `its judge: it must return ${RULE}, but returned missing; correct it`],
    [
      { verdict: "maybe", reason: "" },
      `its judge: it must return ${RULE}, but returned {"verdict":"maybe","reason":""}; correct it`,
    ],
    [null, `its judge: it must return ${RULE}, but returned null; correct it`],
  ])("takes a judge that says %j for none that agrees", async (finding, reason) => {
    const judge = () => finding as never;
    expect(await checked(claimOf([{ ...finds({}), judge }]), { cases: 1 })).toMatchObject({
      ...{ verdict: "inconclusive", grade: null, reason },
    });
  });

  it("keeps the other verdicts where a judge throws", async () => {
    const judge = () => {
      throw new Error("no such luck");
    };
    expect(await evidenceOf(claimOf([{ ...finds({}), judge }, finds({})]), 1)).toMatchObject([
      { verdict: "inconclusive", reason: 'its judge: it threw "no such luck"; correct it' },
      { verdict: "holds" },
    ]);
  });

  it("judges what was run before it was stopped, without a gap", async () => {
    const stop = new AbortController();
    const executor: Executor = {
      ...shuffled(2, [0]),
      async sample({ check }, index, context) {
        // Case 1 never ends, case 3 stops everything.
        if (index === 3) stop.abort();
        return index === 1 ? await new Promise(() => {}) : runCase(check, index, context);
      },
    };
    const options = { seed: 1, cases: 9, executor, signal: stop.signal, now: () => 0 };
    const [verdict] = await check([claimOf([listing({ most: 9 })])], options);
    expect(verdict?.evidence).toMatchObject([{ cases: 1, reason: "0" }]);
  });

  it("names checks that the level asked for leaves out", async () => {
    const claim = claimOf([listing({ levels: [1, 0] }), listing({}), listing({ levels: [2] })]);
    const [verdict] = await check([claim], { seed: 1, cases: 1, level: 0, executor: here, now: () => 0 });
    expect(verdict?.evidence.map(({ level, cases }) => [level, cases])).toEqual([
      [0, 1],
      [undefined, 1],
      [undefined, 0],
    ]);
    expect(verdict?.evidence[2]?.reason).toContain("level 2");
  });

  it("tells the share done, up to all of it", async () => {
    const told: number[] = [];
    const options = { seed: 1, cases: 4, executor: here, now: () => 0, onProgress: (done: number) => told.push(done) };
    await check([claimOf([listing({ most: 9 })])], options);
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
  });
});
