import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../proofs-check/check.ts";
import { property } from "../../proofs-check/checks/property.ts";
import { here } from "../../proofs-check/executor.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { readRegressions, remember } from "../../proofs-check/regressions.ts";
import { REMEMBERED } from "../../proofs-check/remembered.ts";
import { claimOf, finds } from "../helpers/claims.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** Fails for one number of very many, which no search finds by chance. */
const rare = claimOf([
  property({
    ...{ name: "rare", about: "", cases: fc.integer({ min: 0, max: 2 ** 30 }) },
    violation: (x) => (x === 123456789 ? "found" : undefined),
  }),
]);
const options = { seed: 1, cases: 3, executor: here, now: () => 0 };
const known = { claim: "claim", check: "rare0", level: 1, case: 123456789 } as const;

describe("remembered counterexamples", () => {
  it("are judged again", async () => {
    const [found] = await check([rare], { ...options, regressions: [known] });
    expect(found).toMatchObject({ verdict: "contradicted", evidence: [{ counterexample: { case: 123456789 } }] });
    const [healed] = await check([rare], { ...options, regressions: [{ ...known, case: 5 }] });
    expect(healed?.verdict).toBe("holds");
  });

  it("count for their own check and level alone", async () => {
    for (const other of [{ claim: "x" }, { check: "x" }, { level: 0 as const }]) {
      const [verdict] = await check([rare], { ...options, regressions: [{ ...known, ...other }] });
      expect(verdict?.verdict).toBe("holds");
    }
  });

  it("are no cases of a check that judges none again", async () => {
    const judge = (samples: readonly unknown[]) => ({ verdict: "holds", reason: `${samples}` }) as const;
    const [verdict] = await check([claimOf([finds({}, { judge })])], {
      ...options,
      regressions: [{ ...known, check: "check0" }],
    });
    expect(verdict?.reason).toBe("0");
  });

  it("that cannot be judged any more are told before any time is spent", async () => {
    const other = claimOf([
      property({
        ...{ name: "length", about: "", cases: fc.constant({ list: [1] }) },
        violation: ({ list }) => (list.length > 1 ? "long" : undefined),
      }),
    ]);
    let sampled = 0;
    const executor = {
      ...here,
      sample: (...args: Parameters<typeof here.sample>) => (sampled++, here.sample(...args)),
    };
    const checked = check([other], { ...options, executor, regressions: [{ ...known, check: "length0", case: 3 }] });
    await expect(checked).rejects.toThrow(/a remembered case of claim, length0, must be one that it can judge/);
    expect(sampled).toBe(0);
  });

  it("are written once and read back", async () => {
    const path = join(newFolder(), "regressions.ndjson");
    expect(readRegressions(path)).toEqual([]);
    writeFileSync(`${path}.gz`, gzipSync(JSON.stringify(known)));
    expect(readRegressions(path)).toEqual([known]);
    writeFileSync(`${path}.gz`, gzipSync(JSON.stringify(known)).subarray(0, 20));
    expect(() => readRegressions(path)).toThrow(
      /^\S+regressions\.ndjson\.gz must be a file that can be read, .*; it is damaged: make it again$/,
    );
    rmSync(`${path}.gz`);
    const verdicts = await check([rare], { ...options, regressions: [known] });
    writeFileSync(path, remember([known], verdicts, [rare]));
    expect(readRegressions(path)).toEqual([known]);
    writeFileSync(path, remember([], verdicts, [rare]));
    expect(readRegressions(path)).toEqual([known]);
  });

  it.each([["not JSON"], ["{}"], ['{"claim":"a","check":"b","level":3,"case":1}']])(
    "are refused where a line is none: %s",
    (line) => {
      const path = join(newFolder(), "regressions.ndjson");
      writeFileSync(path, `\n${line}\n`);
      expect(() => readRegressions(path)).toThrow(/^line 2 of .* must be a remembered counterexample/);
    },
  );

  it("that are committed belong to claims that exist", () => {
    for (const { claim, check: name } of REMEMBERED) {
      expect(CLAIMS.find(({ id }) => id === claim)?.checks.map((one) => one.name)).toContain(name);
    }
  });
});
