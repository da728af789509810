import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noChromium } from "../../sim/browser/chromium.ts";
import { newStage, PAGES, type Stage, theoryThere, trainThrough } from "./page.ts";

const QUICK = "preset=disjoint&supports=disjoint&epochs=60&beside=signs";
const FIRST_LOAD = 300_000;
/** Milliseconds. */
const LONG = 50;
/** Milliseconds of a picture, of which there are 60 a second. */
const FRAME = 1000 / 60;
/** Cumulative layout shift; good pages stay below 0.1 (web.dev). */
const SHIFT = 0.02;

/** Adds up every shift of what was in sight that no press of a key or button was the reason of. */
const WATCH_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });`;

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
  it("transfers less than 300 kB before it is used, compressed, theory and all", async () => {
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

  it.each([360, 768, 1440])("moves nothing while it is put together and trains: %d pixels", async (width) => {
    for (const hash of ["", QUICK]) {
      const context = await stage.browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript({ content: WATCH_SHIFTS });
      await page.goto(`${stage.served.address}${hash && `#${hash}`}`);
      await page.waitForSelector("#download-result:enabled", { timeout: 120_000 });
      await theoryThere(page);
      await page.waitForTimeout(1000);
      const shifted = await page.evaluate<number>("window.shifted");
      process.stderr.write(`explorer: layout shift ${shifted.toFixed(4)} at ${width} pixels, #${hash}\n`);
      expect(shifted).toBeLessThan(SHIFT);
      await context.close();
    }
  });

  it("has every picture ready in a sixtieth of a second while a slider is dragged and every stop is trained", async () => {
    const page = await stage.open("preset=small&batchSize=40&epochs=200");
    await trainThrough(page);
    await theoryThere(page);
    const box = await page.locator("#batchSize").boundingBox();
    if (!box) throw new Error("no slider");
    const y = box.y + box.height / 2;
    const xOf = (share: number) => box.x + 8 + share * (box.width - 16);
    await page.evaluate(
      "window.frames60 = []; (function frame(now) { frames60.push(now); requestAnimationFrame(frame); })(performance.now())",
    );
    await stage.browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
    await page.mouse.move(xOf(1), y);
    await page.mouse.down();
    const begun = performance.now();
    while (performance.now() - begun < 3000) {
      await page.mouse.move(xOf(0.5 + 0.48 * Math.cos((performance.now() - begun) / 500)), y);
    }
    const times = await page.evaluate<number[]>("frames60");
    await page.mouse.up();
    const tasks = tasksOf(await stage.browser.stopTracing()).map(({ core }) => core);
    const late = tasks.filter((core) => core > FRAME).length;
    const second = (times.length - 1) / (((times.at(-1) as number) - (times[0] as number)) / 1000);
    process.stderr.write(
      `explorer: dragging, ${second.toFixed(0)} pictures a second by the clock; ${tasks.length} tasks of the main thread, the longest ${Math.max(...tasks).toFixed(1)} ms on the core, ${late} above ${FRAME.toFixed(1)} ms\n`,
    );
    expect(tasks.length).toBeGreaterThan(100);
    // By the core, since others work on this machine too; one task may be a garbage collection.
    expect(late).toBeLessThanOrEqual(tasks.length / 100);
    await page.context().close();
  });

  it("has complained of nothing", () => {
    expect(stage.complaints).toEqual([]);
  });
});
