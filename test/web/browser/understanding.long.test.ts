import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noChromium } from "../../sim/browser/chromium.ts";
import { newStage, type Stage, theoryThere, trainThrough } from "./page.ts";

/** Small enough to be mapped in seconds. */
const QUICK = "preset=tiny&batchSize=2&epochs=20&seed=3";
const STILL = { reducedMotion: "reduce" } as const;
/** Layout shifts of a page that nobody has touched, summed. */
const SHIFTS =
  'window.shifted = 0; new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value; }).observe({ type: "layout-shift", buffered: true });';
const MOST_SHIFT = 0.02;

const soon = (of: () => unknown) => expect.poll(of, { timeout: 60_000, interval: 50 });
const text = (page: Page, selector: string) => () => page.textContent(selector);
const hashOf = (page: Page, name: string) => () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name);

let stage: Stage;
beforeAll(async () => {
  if (!noChromium) stage = await newStage();
});
afterAll(() => stage?.end());

describe.skipIf(noChromium)("the story", () => {
  it.each([
    [360, 740],
    [768, 1024],
    [1024, 768],
    [1280, 720],
    [1440, 900],
  ])("leaves the race on the first screen, and Play above it: %d by %d", async (width, height) => {
    const page = await stage.open("", { ...STILL, viewport: { width, height } });
    await page.waitForSelector("#story-example svg");
    const plot = await page.locator("#race-now .canvas").boundingBox();
    // All of it where there is room for 300 pixels of head, else most of it.
    const most = height >= 900 ? 1 : 0.7;
    expect((plot?.y ?? height) + most * (plot?.height ?? 0)).toBeLessThanOrEqual(height);
    expect((await page.locator("#play").boundingBox())?.y).toBeLessThan(plot?.y ?? 0);
    await page.context().close();
  });

  it("asks before it shows, trains both batch sizes, and lets the drifts be followed", async () => {
    const page = await stage.open("", STILL);
    expect(await page.isVisible("#story-steps")).toBe(true);
    await page.waitForSelector("#story-example svg");
    expect(await page.locator("#story-race svg").count()).toBe(0);
    await page.click("#story-race-guess button:text-is('as many')");
    expect(await text(page, "#story-race-guess p")()).toMatch(/^No: with b = 2/);
    await soon(() => page.locator("#story-race strong").allTextContents()).toEqual(["0% wrong", "69.2% wrong"]);
    await page.click("#story-drift-guess button:text-is('8 times')");
    expect(await text(page, "#story-drift-guess p")()).toMatch(/^Yes: /);
    expect(await text(page, "#drift-verdict")()).toBe("6.4: above 1, the signal turns around");
    await page.focus("#drift-batch");
    await page.keyboard.press("Home");
    expect(await text(page, "#drift-verdict")()).toMatch(/below 1, the signal wins$/);
    await page.click("#story-try");
    expect(await page.evaluate("document.activeElement.id")).toBe("play");
    await page.context().close();
  });

  it.each([360, 1440])(
    "is folded for those who come by a link, who see Play at once, %d pixels wide",
    async (width) => {
      const page = await stage.open(QUICK, { ...STILL, viewport: { width, height: 740 } });
      expect(await page.isVisible("#story-steps")).toBe(false);
      expect((await page.locator("#play").boundingBox())?.y).toBeLessThan(700);
      await page.click("#story-fold");
      await page.waitForSelector("#story-example svg");
      expect(await page.getAttribute("#story-fold", "aria-expanded")).toBe("true");
      await page.context().close();
    },
  );
});

describe.skipIf(noChromium)("the phase map", () => {
  it("is complete after a while, and Enter starts the run of a place", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.locator(".map-plane").scrollIntoViewIfNeeded();
    await soon(text(page, "#map-progress")).toMatch(/^\d+ places trained, in this page/);
    await page.focus(".map-plane");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    expect(await text(page, "#map-words")()).toMatch(/^b = 1, λ = .*: (learns|memorizes|stuck), /);
    await page.keyboard.press("Enter");
    await soon(hashOf(page, "batchSize")).toBe("1");
    await page.context().close();
  });

  it("has a dot that follows the sliders, and a click that moves them", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.locator(".map-plane").scrollIntoViewIfNeeded();
    const left = () => page.evaluate<number>('document.querySelector(".map-dot").getBoundingClientRect().left');
    const before = await left();
    await page.focus("#batchSize");
    await page.keyboard.press("End");
    await soon(left).toBeGreaterThan(before);
    const box = await page.locator(".map-plane").boundingBox();
    await page.locator(".map-plane").click({ position: { x: 4, y: (box?.height ?? 0) - 3 } });
    await soon(hashOf(page, "weightDecay")).toBe("1e-7");
    expect(await hashOf(page, "batchSize")()).toBe("1");
    await page.context().close();
  });
});

describe.skipIf(noChromium)("the theory", () => {
  it("says what is predicted, and fills in what is observed", async () => {
    const page = await stage.open("preset=small&batchSize=40&epochs=800");
    await trainThrough(page);
    await theoryThere(page);
    await soon(text(page, "#theory-summary")).toMatch(
      /^Theorem 4.1 is about runs like this one.* Observed: 0% and 69.2%, as predicted; 7 of 19 of its hypotheses fail/,
    );
    expect(await page.locator(".verdicts .agrees").first().textContent()).toBe("✓ agrees");
    await page.context().close();
  });

  it("has a matrix of one stop, whose cells say by how much", async () => {
    const page = await stage.open("preset=small&batchSize=40&epochs=10", STILL);
    await theoryThere(page);
    expect(await page.locator(".matrix [tabindex='0']").count()).toBe(1);
    await page.locator(".matrix [tabindex='0']").focus();
    await page.keyboard.press("ArrowRight");
    expect(await text(page, ".cell-words")()).toMatch(/^Theorem 4.1 asks: .* It fails, by a factor of 1790/);
    expect(await page.locator(".matrix [tabindex='0']").count()).toBe(1);
    await page.context().close();
  });

  it("explains statements and letters under focus and pointer, until Escape", async () => {
    const page = await stage.open("preset=small&batchSize=40&epochs=10", STILL);
    await theoryThere(page);
    await page.locator(".term").first().focus();
    expect(await page.isVisible("#tip")).toBe(true);
    expect(await page.locator("#tip math").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect(await page.isVisible("#tip")).toBe(false);
    await page.hover(".control > label[for=weightDecay]");
    expect(await text(page, "#tip")()).toBe("λ: weight decay");
    await page.focus("#lr-field");
    expect(await text(page, "#tip")()).toBe("η: learning rate");
    await page.context().close();
  });
});

describe.skipIf(noChromium)("all of it", () => {
  it.each(["light", "dark"] as const)("has no fault of accessibility that axe knows, %s", async (colorScheme) => {
    const page = await stage.open("", { ...STILL, colorScheme });
    await theoryThere(page);
    await page.waitForSelector("#story-example svg");
    await page.click("#story-race-guess button:first-child");
    await page.click("#story-drift-guess button:first-child");
    await page.locator(".map-plane").scrollIntoViewIfNeeded();
    await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
    await page.locator(".term").first().focus();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
    const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html).slice(0, 3)]);
    expect(found).toEqual([]);
    await page.context().close();
  });

  it.each([360, 768, 1440])("moves nothing while it comes, %d pixels wide", async (width) => {
    for (const hash of ["", "preset=small&batchSize=2&epochs=100"]) {
      const page = await stage.open(hash, { viewport: { width, height: 900 } });
      await page.evaluate(SHIFTS);
      await theoryThere(page);
      await trainThrough(page);
      await page.waitForTimeout(500);
      const shifted = await page.evaluate<number>("window.shifted");
      process.stderr.write(`explorer: layout shift ${shifted.toFixed(4)} at ${width} pixels, "${hash}"\n`);
      expect(shifted).toBeLessThan(MOST_SHIFT);
      await page.context().close();
    }
  });

  it("has complained of nothing", () => {
    expect(stage.complaints).toEqual([]);
  });
});
