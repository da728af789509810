import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { expect } from "vitest";
import { type ServedFolder, serveFolder } from "../../../src/library/serveFolder.ts";
import { launch } from "../../sim/browser/chromium.ts";

/** The explorer as it is built. */
export const PAGES = new URL("../../../dist/web/", import.meta.url).pathname;

/** What the page's policy has kept from happening, some of it in silence. */
const VIOLATIONS =
  'addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => console.error(violatedDirective, sourceFile))';

/** The explorer's server and a browser, and all that went wrong or out in it. */
export interface Stage {
  readonly served: ServedFolder;
  readonly browser: Browser;
  /** Errors and warnings of every console, and what failed without being caught. */
  readonly complaints: string[];
  /** Addresses that were asked for. */
  readonly asked: string[];
  /** A page of its own, at this address behind "#". */
  open(hash: string, options?: BrowserContextOptions): Promise<Page>;
  end(): Promise<void>;
}

export async function newStage(own: readonly object[] = []): Promise<Stage> {
  const served = await serveFolder(PAGES, 0, { "own.json": own });
  const browser = await launch();
  const complaints: string[] = [];
  const asked: string[] = [];
  return {
    ...{ served, browser, complaints, asked },
    async open(hash, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      context.on("request", (request) => asked.push(request.url()));
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(String(error.error())));
      const page = await context.newPage();
      await page.addInitScript({ content: VIOLATIONS });
      await page.goto(`${served.address}#${hash}`);
      await page.waitForSelector("#play:enabled");
      return page;
    },
    async end() {
      await browser.close();
      await served.close();
    },
  };
}

const PATIENCE = { timeout: 60_000 };

/** Trains to the end at full speed. */
export async function trainThrough(page: Page): Promise<void> {
  await page.selectOption("#speed", "1000000");
  // At one moment of the page, which may begin by itself: a click that comes later than the look would pause it.
  await page.evaluate('const play = document.getElementById("play"); if (play.textContent === "Play") play.click();');
  await page.waitForSelector("#download-result:enabled", PATIENCE);
}

/** Waits until the theory has answered about what is on screen. */
export const theoryThere = (page: Page) => page.waitForSelector("#theory-content[aria-busy=false]", PATIENCE);

/** What a button downloads: name and content. */
export async function download(page: Page, id: string): Promise<{ name: string; content: Buffer }> {
  const [file] = (await Promise.all([
    page.waitForEvent("download", PATIENCE),
    page.click(`#download-${id}`, PATIENCE),
  ])) as [Download, void];
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** A run or a result, as a button downloads it. */
export const downloaded = async (page: Page, id: "run" | "result") =>
  JSON.parse((await download(page, id)).content.toString());

/** Waits until something on the page is as it should be; a page that has a policy lets nobody else ask it. */
export const soon = (of: () => unknown) => expect.poll(of, { timeout: 30_000, interval: 25 });

/** The text of an element, whenever it is asked. */
export const text = (page: Page, id: string) => () => page.textContent(`#${id}`);

/** Nothing moves before it is told to. */
export const STILL = { reducedMotion: "reduce" } as const;

/** The epoch that the numbers on screen are of. */
export const epochOf = async (page: Page): Promise<number> => Number(await page.textContent("#at-epoch"));
