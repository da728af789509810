import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frequency } from "../../proofs-check/checks/frequency.ts";
import { type PropertyOptions, property } from "../../proofs-check/checks/property.ts";
import { scaling } from "../../proofs-check/checks/scaling.ts";
import type { Check } from "../../proofs-check/claim.ts";
import { defineClaim } from "../../proofs-check/defineClaim.ts";
import { checked } from "../helpers/checked.ts";
import { finds } from "../helpers/claims.ts";

/** The verdict on a claim of a user's with one check, from a file "lemma.ts". */
async function broken(check: Check<never>) {
  const claim = { ...defineClaim({ id: "x", kind: "rate", statement: "s", checks: [check] }), file: "./lemma.ts" };
  const { verdict, grade, evidence } = await checked(claim);
  return { verdict, grade, broken: evidence[0]?.broken };
}
const nothing = { verdict: "inconclusive", grade: null };
const outcome = (came: () => unknown) =>
  frequency({ name: "f", about: "", claimed: [0, 1], outcome: came as never }) as Check<never>;
const violation = (said: PropertyOptions<number>["violation"], cases = fc.nat()) =>
  property({ name: "p", about: "", cases, violation: said }) as Check<never>;
const quantity = (found: () => unknown) =>
  scaling({
    ...{ name: "s", about: "", over: "x", grid: [1, 2], claimed: 1, slack: { exponent: 0, because: "none" } },
    quantity: found as never,
  }) as Check<never>;

describe("a check whose code is wrong gives no verdict, and says where", () => {
  it.each([
    ["0.7", outcome(() => 0.7), "outcome must return true, false or null, but returned 0.7; correct it"],
    [
      "undefined",
      outcome(() => undefined),
      "outcome must return true, false or null, but returned missing; correct it",
    ],
    [
      "a promise",
      outcome(async () => true),
      "outcome must return true, false or null, but returned a promise; make it a plain function",
    ],
    [
      "false",
      violation((() => false) as never),
      "violation must return a sentence or undefined, but returned false; correct it",
    ],
    [
      "an empty text",
      violation(() => ""),
      'violation must return a sentence or undefined, but returned ""; correct it',
    ],
    [
      "a promise",
      violation((async () => undefined) as never),
      "violation must return a sentence or undefined, but returned a promise; make it a plain function",
    ],
    ["a text", quantity(() => "1"), 'quantity must return a number or null, but returned "1"; correct it'],
    ["NaN", quantity(() => Number.NaN), "quantity must return a number or null, but returned NaN; correct it"],
    [
      "a function",
      finds({}, { sample: () => () => 1 }) as Check<never>,
      "sample must return JSON data, but returned a function; correct it",
    ],
    [
      "a promise",
      finds({}, { sample: async () => 1 }) as Check<never>,
      "sample must return JSON data, but returned a promise; make it a plain function",
    ],
  ])("that returns %s", async (_, check, sentence) => {
    const came = await broken(check);
    expect(came).toMatchObject(nothing);
    expect(came.broken).toMatch(/^\.\/lemma\.ts: check "\w+" of claim x, case 0: /);
    expect(came.broken).toContain(sentence);
  });

  it("that throws, whatever it throws", async () => {
    const errors: [unknown, string][] = [
      [new Error("no such luck"), '"no such luck"'],
      ["a text", '"a text"'],
      [Object.create(null), '"what is no text"'],
    ];
    for (const [error, words] of errors) {
      const check = outcome(() => {
        throw error;
      });
      expect((await broken(check)).broken).toBe(
        `./lemma.ts: check "f" of claim x, case 0: it threw ${words}; correct it`,
      );
    }
  });

  it("that depends on more than its seed", async () => {
    let calls = 0;
    const came = await broken(outcome(() => calls++ % 2 === 0));
    expect(came).toMatchObject(nothing);
    expect(came.broken).toContain(
      "case 0 must depend on its seed alone, but came out as true and then as false; leave out Math.random",
    );
  });

  it("that calls Math.random, even where it catches what that throws", async () => {
    const sentence =
      './lemma.ts: check "f" of claim x, case 0: it must depend on its seed alone, but calls Math.random; draw from the seed it is given';
    expect((await broken(outcome(() => Math.random() < 0.5))).broken).toContain(sentence);
    const caught = outcome(() => {
      try {
        return Math.random() < 0.5;
      } catch {
        return true;
      }
    });
    expect((await broken(caught)).broken).toBe(sentence);
    expect(Math.random()).toBeLessThan(1);
  });

  it("whose generator depends on more than its seed", async () => {
    let calls = 0;
    const came = await broken(
      violation(
        () => undefined,
        fc.nat().map((n) => n + calls++),
      ),
    );
    expect(came.broken).toContain("the first case of its generator must depend on its seed alone, but came out as ");
  });

  it("that says nothing of that kind where all is well", async () => {
    expect(await broken(outcome(() => true))).toMatchObject({ broken: undefined, verdict: "holds" });
    expect(await broken(violation(() => undefined))).toMatchObject({ broken: undefined, verdict: "holds" });
  });
});

describe("options with which nothing can be checked are refused where they are written", () => {
  const base = { name: "f", about: "", outcome: () => true };
  it.each([
    [
      [0.9, 0.1],
      "claimed of frequency f must be two shares from 0 to 1, the lower one first, but is [0.9,0.1]; correct it",
    ],
    [[0, 2], "claimed of frequency f must be two shares from 0 to 1, the lower one first, but is [0,2]; correct it"],
    [0.5, "claimed of frequency f must be two shares from 0 to 1, the lower one first, but is 0.5; correct it"],
  ])("claimed %j", (claimed, sentence) => {
    expect(() => frequency({ ...base, claimed: claimed as never })).toThrow(sentence);
  });

  it("an outcome, cases, a grid or a slack that are none", () => {
    expect(() => frequency({ ...base, claimed: [0, 1], outcome: true as never })).toThrow(
      /must be a function, but is true/,
    );
    expect(() => violation(() => undefined, [1, 2] as never)).toThrow(
      /must be an arbitrary of fast-check, but is \[1,2\]/,
    );
    const study = { name: "s", about: "", over: "x", claimed: 1, quantity: () => 1 };
    const slack = { exponent: 0, because: "none" };
    expect(() => scaling({ ...study, grid: [1, 1], slack })).toThrow(
      /two or more different numbers > 0, but is \[1,1\]/,
    );
    expect(() => scaling({ ...study, grid: [1, 2], slack: { ...slack, exponent: -1 } })).toThrow(
      /slack\.exponent .* -1/,
    );
    expect(() => scaling({ ...study, claimed: [2, 1], grid: [1, 2], slack })).toThrow(
      /lower one first, but is \[2,1\]/,
    );
  });
});
