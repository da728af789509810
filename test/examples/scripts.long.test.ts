import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programIn } from "../helpers/command.ts";
import { EXAMPLES, PRINTED, scripts } from "../helpers/exampleScripts.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { launch, noChromium } from "../sim/browser/chromium.ts";
import { serve } from "../sim/browser/serve.ts";

describe("the scripts in examples/", () => {
  it("are those that are run, each shorter than 25 lines", () => {
    expect(scripts().sort()).toEqual(Object.keys(PRINTED).sort());
    for (const name of [...scripts(), "read-a-sweep.py", "browser.html"]) {
      const lines = readFileSync(join(EXAMPLES, name), "utf8").trimEnd().split("\n");
      expect([name, lines.length < 25]).toEqual([name, true]);
      expect([name, lines.every((line) => line.length <= 150)]).toEqual([name, true]);
    }
  });

  // All of them are run where the package is installed (test/package/pack.long.test.ts).
  it("find the package by its own name from within it, as it is built", async () => {
    const name = "audit-a-run.mjs";
    const { code, stdout, stderr } = await programIn(newFolder(), process.execPath, join(EXAMPLES, name));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(PRINTED[name] as RegExp);
  });

  it("browser.html trains in Chromium what is trained here, and asks for one file, and mathjs and zod beside it", async ({
    skip,
  }) => {
    skip(noChromium !== undefined, noChromium);
    const { server, origin } = await serve();
    const chromium = await launch();
    try {
      const page = await chromium.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${origin}/examples/browser.html`);
      await page.waitForFunction('document.getElementById("progress").textContent === "done"');
      expect(await page.textContent("#result")).toMatch(
        /^test error 0\.\d+ after 20 epochs; \d theorems apply to this run$/,
      );
      expect(asked.filter((path) => !path.startsWith("image")).sort()).toEqual([
        "/dist/src/algebra/mathjs.js",
        "/dist/src/browser.js",
        "/dist/src/setting/zod.js",
        "/examples/browser.html",
      ]);
    } finally {
      await chromium.close();
      server.close();
    }
  });
});
