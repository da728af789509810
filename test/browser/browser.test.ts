import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import * as browser from "../../src/browser.ts";
import * as index from "../../src/index.ts";
import { reachOf } from "../helpers/imports.ts";
import { launch, noChromium } from "../sim/browser/chromium.ts";
import { serve } from "../sim/browser/serve.ts";

const BUILT = new URL("../../dist/src/browser.js", import.meta.url);
const BUILT_INDEX = new URL("../../dist/src/index.js", import.meta.url);
/** In the order of their names. */
const PARTS = ["algebra/mathjs.js", "browser.js", "setting/zod.js"];
const NAMES = Object.keys(browser).sort();

type Results = Readonly<Record<string, string>>;

const USE_ALL = JSON.stringify(new URL("useAll.mjs", import.meta.url).href);

/** In a Node of its own, where what is defined stays. */
async function useInNode(entry: URL): Promise<Results> {
  const script = `process.stdout.write(JSON.stringify(await (await import(${USE_ALL})).useAll(await import(${JSON.stringify(entry.href)}))))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    maxBuffer: 1e9,
  });
  return JSON.parse(stdout);
}

describe("adamcheck/browser", () => {
  it("has nothing that adamcheck has not, and the same where it needs no second thread", () => {
    for (const [name, value] of Object.entries(browser))
      expect([name, Object.is(value, Reflect.get(index, name))]).toEqual([name, true]);
  });

  it("is one file, with mathjs and zod beside it, that loads nothing of Node or of a package", async () => {
    const { files, packages } = reachOf([BUILT.pathname]);
    expect([...files].sort()).toEqual(PARTS.map((part) => new URL(part, BUILT).pathname));
    expect(packages.size).toBe(0);
    expect(/["'`]node:/.test(readFileSync(BUILT, "utf8"))).toBe(false);
    expect(Object.keys(await import(BUILT.pathname)).sort()).toEqual(NAMES);
  });

  it("gives in Node what adamcheck gives, and says that there is one thread", async () => {
    const here: Results = await useInNode(BUILT);
    const there: Results = await useInNode(BUILT_INDEX);
    expect(Object.keys(here).sort()).toEqual(NAMES);
    const { InputError: refusals, ...results } = there;
    for (const [name, result] of Object.entries(results)) expect([name, here[name] === result]).toEqual([name, true]);
    expect(refusals).toContain('[true,"optimizer.lr must be a finite number > 0, but is -1; correct it"]');
    expect(here.InputError).toContain('[true,"threads must be 1 in a browser, but is 2; leave it out"]');
  });

  it("gives in Chromium the bytes that it gives in Node, and asks for nothing else", async ({ skip }) => {
    skip(noChromium !== undefined, noChromium);
    const { server, origin } = await serve();
    const chromium = await launch();
    try {
      const page = await chromium.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(origin);
      const there = await page.evaluate<Results>(
        'Promise.all([import("/test/browser/useAll.mjs"), import("/dist/src/browser.js")]).then(([{ useAll }, entry]) => useAll(entry))',
      );
      const here: Results = await useInNode(BUILT);
      for (const name of NAMES) expect([name, there[name] === here[name]]).toEqual([name, true]);
      expect(asked.filter((path) => path !== "/" && !path.startsWith("image")).sort()).toEqual([
        ...PARTS.map((part) => `/dist/src/${part}`),
        "/test/browser/useAll.mjs",
      ]);
    } finally {
      await chromium.close();
      server.close();
    }
  });
});
