import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, noChromium } from "../../sim/browser/chromium.ts";
import { serve } from "../../sim/browser/serve.ts";

type Digests = readonly (readonly [string, number])[];

const SEED = 7;
const SHARE = 0.5;
/** Test examples enough for a sketch, moments enough for it to be worth while, batches that leave examples away. */
const RUNS = [
  { preset: "paper-disjoint", optimizer: { name: "adamw", lr: 1e-3, weightDecay: 0.01, eps: 0 } },
  { preset: "paper-disjoint", optimizer: { name: "adamw", lr: 1e-3, weightDecay: 0.01, eps: 1e-8 } },
  { preset: "paper-disjoint", optimizer: { name: "sgd", lr: 0.1, weightDecay: 0.01 } },
].map((run) => ({ ...run, batchSize: 20, epochs: 8, testSize: 500 }));

const DYNAMICS = `(async ({ dynamics }, runs) => Promise.all(runs.map(async (run) => JSON.stringify(await dynamics(run)))))`;

let bundle: { folder: string; path: string };
beforeAll(async () => {
  bundle = await (await import(new URL("bundle.mjs", import.meta.url).href)).bundleCases(false);
});
afterAll(() => rmSync(bundle.folder, { recursive: true }));

/** What an expression gives on a page of Chromium. */
async function inChromium<Result>(expression: string): Promise<Result> {
  const { server, origin } = await serve();
  const chromium = await launch();
  try {
    const page = await chromium.newPage();
    await page.goto(origin);
    return await page.evaluate<Result>(expression);
  } finally {
    await chromium.close();
    server.close();
  }
}

describe("level 1 in Chromium", () => {
  it("has kernels that give the bytes that they give in Node", async ({ skip }) => {
    skip(noChromium !== undefined, noChromium);
    const text = JSON.stringify(readFileSync(bundle.path, "utf8"));
    const module = `import(URL.createObjectURL(new Blob([${text}], { type: "text/javascript" })))`;
    const there = await inChromium<Digests>(`${module}.then(({ digests }) => digests(${SEED}, ${SHARE}))`);
    const { digests } = await import(bundle.path);
    expect(there).toEqual(digests(SEED, SHARE));
    // Others for other problems.
    expect(digests(SEED + 1, SHARE)).not.toEqual(there);
  });

  it("starts, trains and judges as Node does", async ({ skip }) => {
    skip(noChromium !== undefined, noChromium);
    const runs = JSON.stringify(RUNS);
    const there = await inChromium<string[]>(`import("/dist/src/browser.js").then((all) => ${DYNAMICS}(all, ${runs}))`);
    const { dynamics } = await import(new URL("../../../dist/src/browser.js", import.meta.url).href);
    for (const [k, run] of RUNS.entries()) {
      const here = JSON.stringify(await dynamics(run));
      expect([k, here === there[k]]).toEqual([k, true]);
      expect(JSON.parse(here).history).toHaveLength(9);
    }
  });
});
