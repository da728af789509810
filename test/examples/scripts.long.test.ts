import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { programIn } from "../helpers/command.ts";
import { EXAMPLES, PRINTED, scripts } from "../helpers/exampleScripts.ts";
import { noPandas, pythonWithPandas } from "../helpers/python.ts";
import { elementsOf } from "../helpers/xml.ts";
import { launch, noChromium } from "../sim/browser/chromium.ts";
import { serve } from "../sim/browser/serve.ts";

/** The package is found by its own name from within it, as it is built. */
const run = (folder: string, name: string) => programIn(folder, process.execPath, join(EXAMPLES, name));

describe("the scripts in examples/", () => {
  // One for all: the sweep's script writes what Python reads.
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are those that are run here, each shorter than 25 lines", () => {
    expect(scripts().sort()).toEqual(Object.keys(PRINTED).sort());
    for (const name of [...scripts(), "read-a-sweep.py", "browser.html"]) {
      const lines = readFileSync(join(EXAMPLES, name), "utf8").trimEnd().split("\n");
      expect([name, lines.length < 25]).toEqual([name, true]);
      expect([name, lines.every((line) => line.length <= 150)]).toEqual([name, true]);
    }
  });

  it.each(Object.entries(PRINTED))(
    "%s does what it says, and says nothing on standard error",
    async (name, printed) => {
      const { code, stdout, stderr } = await run(folder, name);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(printed);
    },
  );

  it("have drawn their figures", () => {
    for (const name of ["batch-2", "batch-40", "rmsprop-phase"]) {
      expect(elementsOf(readFileSync(join(folder, `${name}.svg`), "utf8"))[0]).toBe("svg");
    }
  });

  it("read-a-sweep.py reads in pandas what the sweep has written", async ({ skip }) => {
    skip(noPandas !== undefined, noPandas);
    const { code, stdout, stderr } = await programIn(
      folder,
      pythonWithPandas as string,
      join(EXAMPLES, "read-a-sweep.py"),
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^48 runs, \d+ columns\nmedian test error/);
    expect(stdout).toMatch(/\n0\.1000 +0\.\d+ +0\.\d+ +0\.\d+\n$/);
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
