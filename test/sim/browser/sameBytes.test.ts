import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { CONVENTIONS } from "../../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import { ACTIVATIONS } from "../../../src/setting/model.ts";
import { NETWORKS } from "../../../src/setting/network.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { launch, noChromium } from "./chromium.ts";
import { serve } from "./serve.ts";

type Results = Record<string, string>;

const TRAIN_ALL = JSON.stringify(new URL("trainAll.mjs", import.meta.url).href);
const IN_NODE = `process.stdout.write(JSON.stringify((await import(${TRAIN_ALL})).trainAll()))`;
const IN_BROWSER = `new Promise((resolve, reject) => {
  const worker = new Worker("/test/sim/browser/worker.mjs", { type: "module" });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;

/** The results of a Node of its own, of compiled files as users run them. */
async function trainInNode(node: string): Promise<Results> {
  const { stdout } = await promisify(execFile)(node, ["--input-type=module", "-e", IN_NODE], { maxBuffer: 1e9 });
  return JSON.parse(stdout);
}

/** The results of a module worker of a page, and every address that the browser asked for. */
async function trainInChromium(): Promise<{ results: Results; origin: string; asked: string[] }> {
  const { server, origin } = await serve();
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(origin);
    return { results: await page.evaluate<Results>(IN_BROWSER), origin, asked };
  } finally {
    await browser.close();
    server.close();
  }
}

const groups = ENGINES.flatMap(({ name }) =>
  [...OPTIMIZERS.map((optimizer) => optimizer.name), "wider"].map((group) => [name, group] as const),
);
const others = process.env.NODE_OTHER ? [process.env.NODE_OTHER] : [];
if (noChromium) console.warn(`tests in a browser are skipped: ${noChromium}`);

let here: Results;
beforeAll(async () => {
  here = await trainInNode(process.execPath);
});

/** Where two texts part, with what surrounds it: a whole result would fill the screen. */
function parting(actual = "", expected = "") {
  if (actual === expected) return undefined;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  return { at, actual: actual.slice(at - 60, at + 20), expected: expected.slice(at - 60, at + 20) };
}

/** Compares both conventions and both networks of an engine and an optimizer; or every activation beyond the papers' model. */
function expectEqual(actual: Results, expected: Results, engine: string, group: string): void {
  const names = Object.keys(expected).filter((name) => name.startsWith(`${engine} ${group} `));
  expect(names).toHaveLength(group === "wider" ? ACTIVATIONS.length : CONVENTIONS.length * NETWORKS.length);
  for (const name of names) expect([name, parting(actual[name], expected[name])]).toEqual([name, undefined]);
}

describe("a module worker in Chromium", () => {
  let there: Awaited<ReturnType<typeof trainInChromium>>;
  beforeAll(async () => {
    if (!noChromium) there = await trainInChromium();
  });

  it.for(groups)("gives the bytes that Node gives: engine %s, %s", ([engine, optimizer], { skip }) => {
    skip(noChromium !== undefined, noChromium);
    expectEqual(there.results, here, engine, optimizer);
  });

  it("asks no other machine for anything", ({ skip }) => {
    skip(noChromium !== undefined, noChromium);
    expect(there.asked).toContain(`${there.origin}/dist/src/sim/engines/kernel.generated.js`);
    expect(there.asked.filter((url) => !url.startsWith(`${there.origin}/`) && !url.startsWith("data:"))).toEqual([]);
  });
});

// NODE_OTHER=/path/to/another/node compares it too.
it.each(others)("Node %s gives the same bytes", async (node) => {
  const there = await trainInNode(node);
  for (const [engine, optimizer] of groups) expectEqual(there, here, engine, optimizer);
});
