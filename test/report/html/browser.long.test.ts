import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adamcheckIn } from "../../helpers/command.ts";
import { fillReportable } from "../../helpers/reportable.ts";
import { launch, noChromium } from "../../sim/browser/chromium.ts";

const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  [360, 768, 1440].map((width) => [colorScheme as "light" | "dark", width] as const),
);
/** What is left of A4 between the margins of the print rules: 210 mm - 2 * 14 mm, at 96 pixels an inch. */
const PAPER_WIDTH = Math.floor(((210 - 2 * 14) / 25.4) * 96);
if (noChromium) console.warn(`tests in a browser are skipped: ${noChromium}`);

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  await fillReportable(folder);
  expect(await adamcheckIn(folder, "report", ".")).toMatchObject({ code: 0 });
  if (!noChromium) browser = await launch();
});
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
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(await outside(page, ".scroll, .formula, pre")).toEqual([]);
      await page.context().close();
    },
  );

  it.for(["light", "dark"] as const)("%s: axe finds nothing", async (colorScheme, { skip }) => {
    skip(noChromium !== undefined, noChromium);
    const { page } = await opened({ colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      "axe.run().then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("prints on A4, nothing cut off", async ({ skip }) => {
    skip(noChromium !== undefined, noChromium);
    const { page } = await opened({ colorScheme: "dark", viewport: { width: PAPER_WIDTH, height: 1000 } });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    // 210 by 297 mm are 595 by 842 points.
    expect(pdf).toMatch(/^%PDF-/);
    const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(0);
    for (const [, width, height] of boxes) expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842]);
    await page.emulateMedia({ media: "print" });
    expect(await outside(page, "")).toEqual([]);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await page.context().close();
  });
});
