import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpackedText } from "../../../src/experiments/packed.ts";
import { adamcheckIn } from "../../helpers/command.ts";
import { fillReportable } from "../../helpers/reportable.ts";
import { launch, noChromium } from "../../sim/browser/chromium.ts";

const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  [360, 768, 1440].map((width) => [colorScheme as "light" | "dark", width] as const),
);
const PUBLISHED = new URL("../../../docs/results/check/", import.meta.url).pathname;
/** Paper in mm, and in the points of a PDF. */
const PAPERS = [
  ["A4", 210, 297, [595, 842]],
  ["Letter", 215.9, 279.4, [612, 792]],
] as const;
/** What is left of so many mm between the margins of the print rules, at 96 pixels an inch. */
const inside = (size: number, margin: number) => Math.floor(((size - 2 * margin) / 25.4) * 96);
if (noChromium) console.warn(`tests in a browser are skipped: ${noChromium}`);

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  await fillReportable(folder);
  // Every claim of the papers, with a hundred scaling studies.
  mkdirSync(join(folder, "published"));
  for (const name of ["check.json", "asked.json"]) {
    writeFileSync(join(folder, "published", name), unpackedText(join(PUBLISHED, name)));
  }
  expect(await adamcheckIn(folder, "report", ".")).toMatchObject({ code: 0 });
  if (!noChromium) browser = await launch();
}, 60000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the report, noting what it asks for and complains of. */
async function opened(options: BrowserContextOptions): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const [asked, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(join(folder, "report.html")).href);
  return { page, asked, complaints };
}

/** Opens all that is folded. */
const UNFOLD = 'document.querySelectorAll("details").forEach((each) => { each.open = true; })';

/** What stands out of the page to the right, but for what scrolls in a frame of its own. */
const OUTSIDE = `[...document.querySelectorAll("body *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .filter((element) => !FRAME || !element.closest(FRAME))
  .map((element) => element.outerHTML.slice(0, 80))`;
const outside = (page: Page, frame: string) =>
  page.evaluate<string[]>(OUTSIDE.replaceAll("FRAME", JSON.stringify(frame)));

describe("a report in Chromium", () => {
  it.for(LOOKS)(
    "%s, %s pixels wide: asks for nothing, complains of nothing, fits",
    async ([colorScheme, width], { skip }) => {
      skip(noChromium !== undefined, noChromium);
      const { page, asked, complaints } = await opened({ colorScheme, viewport: { width, height: 800 } });
      expect(asked.filter((url) => !url.endsWith("/report.html"))).toEqual([]);
      expect(complaints).toEqual([]);
      await page.evaluate(UNFOLD);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await outside(page, ".scroll, .formula, pre")).toEqual([]);
      await page.context().close();
    },
  );

  it.for(["light", "dark"] as const)("%s: axe finds nothing", async (colorScheme, { skip }) => {
    skip(noChromium !== undefined, noChromium);
    const { page } = await opened({ colorScheme });
    await page.evaluate(UNFOLD);
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      "axe.run().then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it.for(PAPERS)(
    "prints on %s: nothing cut off at the sides or between pages, all that is folded open",
    async ([format, width, height, points], { skip }) => {
      skip(noChromium !== undefined, noChromium);
      const { page } = await opened({ colorScheme: "dark", viewport: { width: inside(width, 14), height: 1000 } });
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf).toMatch(/^%PDF-/);
      const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(20);
      for (const [, x, y] of boxes) {
        expect(Math.abs(Number(x) - points[0])).toBeLessThanOrEqual(1);
        expect(Math.abs(Number(y) - points[1])).toBeLessThanOrEqual(1);
      }
      await page.emulateMedia({ media: "print" });
      expect(await outside(page, "")).toEqual([]);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      // What must not be broken is not, since it is shorter than a page.
      const whole = await page.evaluate<{ what: string; breaks: string; height: number; seen: boolean }[]>(
        `[...document.querySelectorAll("figure, tr, pre, .formula, li, dl, .answer")].map((element) => ({
        what: element.outerHTML.slice(0, 80),
        breaks: getComputedStyle(element).breakInside,
        height: element.getBoundingClientRect().height,
        seen: element.closest("nav") !== null || element.checkVisibility({ contentVisibilityAuto: true }),
      }))`,
      );
      expect(whole.filter(({ what }) => what.startsWith("<figure")).length).toBeGreaterThan(30);
      expect(whole.filter(({ seen }) => !seen)).toEqual([]);
      expect(whole.filter(({ breaks }) => breaks !== "avoid")).toEqual([]);
      expect(whole.filter((element) => element.height >= inside(height, 16))).toEqual([]);
      await page.context().close();
    },
  );
});
