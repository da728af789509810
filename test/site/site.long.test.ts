import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, noChromium } from "../sim/browser/chromium.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const SITE = join(ROOT, "dist/site");
/** A path that no build knows of. */
const UNDER = "/some/where/";
const BUILD = 300_000;
const SECOND = 1000;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** A host that knows nothing but files, below a path. */
const newHost = (): Server =>
  createServer(({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://host");
    const path = join(SITE, decodeURIComponent(pathname.slice(UNDER.length)));
    const isFile = pathname.startsWith(UNDER) && existsSync(path) && statSync(path).isFile();
    response.writeHead(isFile ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(isFile ? readFileSync(path) : undefined);
  });

const PAGES = [
  "index.html",
  "glossary.html",
  "claims/index.html",
  "claims/thm-4.1.html",
  "claims/init-scale.html",
  "commands/check.html",
  "papers.html",
  "theory.html",
  "guides/first-hour.html",
  "guides/your-own-claim.html",
  "results/check/check.html",
  "search.html?q=certified",
] as const;

if (noChromium) process.stderr.write(`tests of the site in a browser are skipped: ${noChromium}\n`);

let host: Server;
let base: string;
let browser: Browser | undefined;
const complaints: string[] = [];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (browser as Browser).newContext(options);
  context.on("request", (request) => {
    if (!request.url().startsWith(base)) complaints.push(`asks for ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    // A picture that was on its way when its page was left.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()} failed`);
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${path}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`${path}: ${error.error()}`));
  const page = await context.newPage();
  await page.goto(base + path, { waitUntil: "load" });
  return page;
}

describe("the site", () => {
  beforeAll(async () => {
    // It fails where a link leads nowhere.
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/site.mjs")], { encoding: "utf8" });
    expect([stderr, status]).toEqual(["", 0]);
    host = newHost().listen(0, "127.0.0.1");
    await new Promise((done) => host.once("listening", done));
    base = `http://127.0.0.1:${(host.address() as AddressInfo).port}${UNDER}`;
    if (!noChromium) browser = await launch();
  }, BUILD);
  afterAll(async () => {
    await browser?.close();
    host?.close();
  });

  it("has all that it should, and names no time at which it was made", () => {
    for (const path of [
      "404.html",
      "api/index.html",
      "explorer/index.html",
      "claims/thm-4.1.html",
      "notes/flip.html",
    ]) {
      expect(existsSync(join(SITE, path)), path).toBe(true);
    }
    for (const path of ["index.html", "claims/index.html", "assets/search-index.js"]) {
      expect(readFileSync(join(SITE, path), "utf8")).not.toContain(`${new Date().getFullYear()}-`);
    }
  });

  describe.skipIf(noChromium)("in Chromium", () => {
    it.each(["light", "dark"] as const)("has no fault of accessibility that axe knows, %s", async (colorScheme) => {
      for (const path of PAGES) {
        const page = await open(path, { colorScheme });
        await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate<axe.AxeResults>("axe.run()");
        expect(passes.length).toBeGreaterThan(10);
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.slice(0, 3).map((node) => `${path} ${id}: ${node.html}`),
        );
        expect(found).toEqual([]);
        await page.context().close();
      }
    });

    it.each([360, 768, 1440])("is no wider than a screen of %d pixels, and there within a second", async (width) => {
      const late: string[] = [];
      for (const path of PAGES) {
        const page = await open(path, { viewport: { width, height: 900 } });
        const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect([path, over]).toEqual([path, 0]);
        const took = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].loadEventStart");
        if (took > SECOND) late.push(`${path}: ${took} ms`);
        await page.context().close();
      }
      expect(late).toEqual([]);
    });

    it("finds words as they are typed, by keyboard alone", async () => {
      const page = await open("claims/thm-4.1.html");
      await page.keyboard.press("/");
      await page.keyboard.type("level 1");
      await page.waitForSelector("#found a");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${base}glossary.html#level-1`);
      await page.fill("#q", "certified");
      await page.press("#q", "Enter");
      await page.waitForSelector("#all a");
      expect(await page.textContent("#all-status")).toMatch(/^\d+ places$/);
      await page.context().close();
    });

    it("keeps the colours that were chosen, from page to page", async () => {
      const page = await open("index.html", { colorScheme: "light" });
      const paper = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      const light = await paper();
      await page.click("#scheme");
      const dark = await paper();
      expect(dark).not.toBe(light);
      await page.goto(`${base}theory.html`);
      expect(await paper()).toBe(dark);
      await page.context().close();
    });

    it("has pictures that follow the colours that were chosen, and the width of the screen", async () => {
      const shown = async (page: Page) => {
        const first = page.locator("main picture img").first();
        await first.scrollIntoViewIfNeeded();
        await page.waitForFunction("document.querySelector('main picture img').complete");
        return (await page.evaluate<string>("document.querySelector('main picture img').currentSrc")).split("/").at(-1);
      };
      const page = await open("claims/thm-4.1.html", { colorScheme: "light", viewport: { width: 1200, height: 900 } });
      expect(await shown(page)).toBe("thm-4.1-shares.svg");
      await page.click("#scheme");
      await expect.poll(() => shown(page)).toBe("thm-4.1-shares-dark.svg");
      await page.setViewportSize({ width: 360, height: 900 });
      await expect.poll(() => shown(page)).toBe("thm-4.1-shares-narrow-dark.svg");
      await page.click("#scheme");
      await expect.poll(() => shown(page)).toBe("thm-4.1-shares-narrow.svg");
      await page.context().close();
    });

    it("opens a counterexample in the explorer", async () => {
      const page = await open("claims/thm-4.1.html");
      await page.click("text=Open it in the explorer");
      await page.waitForSelector("#play:enabled");
      expect(page.url()).toContain(`${base}explorer/index.html#`);
      expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("n")).toBe("8");
      await page.context().close();
    });

    it("asked for nothing from elsewhere, and nothing went wrong on the way", () => expect(complaints).toEqual([]));
  });
});
