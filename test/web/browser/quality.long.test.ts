import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noChromium } from "../../sim/browser/chromium.ts";
import { newStage, PAGES, type Stage, theoryThere, trainThrough } from "./page.ts";

const QUICK = "preset=disjoint&supports=disjoint&epochs=60&beside=signs";
const FIRST_LOAD = 500_000;
/** Milliseconds. */
const LONG = 50;

if (noChromium) process.stderr.write(`tests of the explorer in a browser are skipped: ${noChromium}\n`);

let stage: Stage;
beforeAll(async () => {
  if (!noChromium) stage = await newStage();
});
afterAll(() => stage?.end());

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Microseconds that the thread itself was on a core: what others do on this machine is not in them. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The tasks of the page's main thread, in milliseconds by the clock and on the core. */
function tasksOf(trace: Buffer): { clock: number; core: number }[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString());
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid, tdur }) => name === "RunTask" && tdur !== undefined && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, core: tdur / 1000 }));
}

describe.skipIf(noChromium)("the explorer in Chromium", () => {
  it("transfers less than 500 kB before it is used, compressed, theory and all", async () => {
    const before = stage.asked.length;
    const page = await stage.open("");
    const usable = await page.evaluate("Math.round(performance.now())");
    await theoryThere(page);
    const paths = new Set(stage.asked.slice(before).map((url) => new URL(url).pathname.replace(/\/$/, "/index.html")));
    const sizes = [...paths].map((path) => gzipSync(readFileSync(`${PAGES}${path}`)).length);
    const sum = sizes.reduce((total, size) => total + size, 0);
    process.stderr.write(`explorer: first load ${sum} bytes in ${sizes.length} files, usable after ${usable} ms\n`);
    // Page, style, script, the workers of training and theory, icon.
    expect(paths.size).toBeGreaterThanOrEqual(5);
    expect(sum).toBeLessThan(FIRST_LOAD);
    await page.context().close();
  });

  it.each([360, 768, 1440])("is no wider than a screen of %d pixels", async (width) => {
    const page = await stage.open(QUICK, { viewport: { width, height: 800 } });
    await trainThrough(page);
    await theoryThere(page);
    for (const open of [false, true]) {
      await page.evaluate(`for (const part of document.querySelectorAll("details")) part.open = ${open}`);
      const [content, screen] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
      );
      expect(screen).toBe(width);
      expect(content).toBeLessThanOrEqual(screen);
    }
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("has no fault of accessibility that axe knows, %s", async (colorScheme) => {
    const page = await stage.open(QUICK, { colorScheme });
    await trainThrough(page);
    await theoryThere(page);
    await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
    await page.evaluate('document.getElementById("message").hidden = false');
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate<axe.AxeResults>("axe.run()");
    const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html).slice(0, 3)]);
    expect(found).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    await page.context().close();
  });

  it("never keeps its main thread from the reader for more than 50 ms while it trains", async () => {
    const page = await stage.open("preset=small&batchSize=20&epochs=400&beside=exact", { reducedMotion: "reduce" });
    await theoryThere(page);
    await stage.browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
    await trainThrough(page);
    const tasks = tasksOf(await stage.browser.stopTracing());
    const longest = (of: "clock" | "core") => Math.max(...tasks.map((task) => task[of]));
    process.stderr.write(
      `explorer: ${tasks.length} tasks of the main thread, the longest ${longest("core").toFixed(1)} ms on the core, ${longest("clock").toFixed(1)} ms by the clock\n`,
    );
    expect(tasks.length).toBeGreaterThan(100);
    expect(longest("core")).toBeLessThan(LONG);
    await page.context().close();
  });

  it("has complained of nothing", () => {
    expect(stage.complaints).toEqual([]);
  });
});
