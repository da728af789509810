import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../../helpers/command.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { noChromium } from "../../sim/browser/chromium.ts";
import { download, downloaded, epochOf, newStage, PAGES, STILL, type Stage, soon, text, trainThrough } from "./page.ts";

/** 60 epochs, a record each. */
const QUICK = "preset=tiny&batchSize=2&epochs=60&seed=3";
const PLOT = "#race-now .canvas";

let stage: Stage;
beforeAll(async () => {
  if (!noChromium) stage = await newStage();
});
afterAll(() => stage?.end());

const activeId = "document.activeElement.id || document.activeElement.className";

describe.skipIf(noChromium)("the race in Chromium", () => {
  it("says why it ended so, and is read with the keyboard, a mouse and a finger", async () => {
    const page = await stage.open(QUICK, { hasTouch: true });
    await trainThrough(page);
    await soon(text(page, "why")).toMatch(/^Why: the signal of class \+1 \(.*\) (is|turned|fades) .*\.$/);
    await page.focus(PLOT);
    for (const [key, epoch] of [
      ["ArrowLeft", 59],
      ["ArrowLeft", 58],
      ["PageDown", 48],
      ["Home", 0],
      ["ArrowRight", 1],
      ["End", 60],
    ] as const) {
      await page.keyboard.press(key);
      await soon(() => epochOf(page)).toBe(epoch);
      expect(await page.getAttribute(PLOT, "aria-valuenow")).toBe(String(epoch));
      expect(await page.getAttribute(PLOT, "aria-valuetext")).toMatch(
        new RegExp(
          `^epoch ${epoch}, signal .*, counter-signal .*, fresh noise .* \\(.* to .*\\), memorized noise .* to `,
        ),
      );
    }
    await page.keyboard.press("Home");
    expect(await page.isVisible(`${PLOT} .reading`)).toBe(true);
    await page.keyboard.press("Escape");
    await soon(() => epochOf(page)).toBe(60);
    expect(await page.isVisible(`${PLOT} .reading`)).toBe(false);
    await page.hover(PLOT);
    await page.waitForSelector(`${PLOT} .reading:not([hidden])`);
    const hovered = await epochOf(page);
    expect(hovered).toBeGreaterThan(10);
    expect(hovered).toBeLessThan(50);
    await page.mouse.move(0, 0);
    await soon(() => epochOf(page)).toBe(60);
    await page.tap(PLOT);
    await page.waitForSelector(`${PLOT} .reading:not([hidden])`);
    await page.context().close();
  });

  it("draws the other class, and the last run as a ghost", async () => {
    const page = await stage.open(QUICK);
    await trainThrough(page);
    expect(await page.isHidden("#ghost-key")).toBe(true);
    await page.selectOption("#shown", "-1");
    await soon(text(page, "why")).toMatch(/^Why: the signal of class −1 /);
    expect(page.url()).toContain("&shown=-1");
    expect(await page.isHidden("#ghost-key")).toBe(true);
    await page.selectOption("#optimizer", "sgd");
    await page.waitForSelector("#ghost-key:not([hidden])");
    await page.context().close();
  });

  it("keeps a run as A beside those to come, and in the address", async () => {
    const page = await stage.open(`preset=small&batchSize=2&epochs=20`);
    await trainThrough(page);
    await page.click("#pin");
    await soon(text(page, "pin")).toBe("Unpin A");
    await page.fill("#batchSize-field", "40");
    await page.press("#batchSize-field", "Enter");
    await soon(text(page, "race-a")).toBe("A: b = 2");
    await soon(text(page, "race-b")).toBe("B: b = 40");
    await trainThrough(page);
    const shown = async (of: typeof page) => {
      await soon(text(of, "end-a")).toMatch(/^Generalizes: .* Why: /);
      await soon(text(of, "why")).toMatch(/^(Memorizes|Fits|Does not fit): .* Why: /);
      return [await of.textContent("#end-a"), await of.textContent("#why")];
    };
    const before = await shown(page);
    expect(await page.locator(".race canvas").count()).toBe(2);
    const again = await stage.open(new URL(page.url()).hash.slice(1));
    await trainThrough(again);
    expect(await shown(again)).toEqual(before);
    await again.click("#pin");
    await soon(() => again.isHidden("#race-pinned")).toBe(true);
    expect(again.url()).not.toContain("&a=");
    await again.context().close();
    await page.context().close();
  });

  it("trains while a slider is dragged; the ghost is the run before the drag, the address that of its end", async () => {
    const page = await stage.open("preset=small&batchSize=40&epochs=30");
    await trainThrough(page);
    const before = page.url();
    const box = await page.locator("#batchSize").boundingBox();
    if (!box) throw new Error("no slider");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 8, y);
    await page.mouse.down();
    for (let share = 0.98; share > 0.5; share -= 0.04) await page.mouse.move(box.x + share * box.width, y);
    await soon(() => page.inputValue("#batchSize-field")).not.toBe("40");
    const dragged = await page.inputValue("#batchSize-field");
    await soon(text(page, "status")).toMatch(/^(Generalizes|Fits|Memorizes|Does not fit): /);
    await soon(() => epochOf(page)).toBe(30);
    expect(page.url()).toBe(before);
    await page.mouse.up();
    await soon(() => page.url()).toContain(`batchSize=${dragged}&`);
    expect(await page.isVisible("#ghost-key")).toBe(true);
    expect((await downloaded(page, "result")).config.batchSize).toBe(Number(dragged));
    await page.context().close();
  });

  it("sets everything that a run file holds, and keeps it in the address; an error stands at its field", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.click("#more summary");
    for (const [id, value] of Object.entries({
      n: "7",
      m: "3",
      sigmaP: "0.4",
      beta2: "0.99",
      eps: "0.001",
      testSize: "50",
    })) {
      await page.fill(`#${id}`, value);
      await page.press(`#${id}`, "Enter");
      await soon(() => page.url()).toContain(`${id}=${value}`);
    }
    await page.fill("#recordEvery", "30");
    await page.press("#recordEvery", "Enter");
    for (const [id, value] of Object.entries({ labels: "rademacher", convention: "paper", network: "linear" })) {
      await page.selectOption(`#${id}`, value);
      await soon(() => page.url()).toContain(`${id}=${value}`);
    }
    await page.fill("#beta1", "1.5");
    await page.press("#beta1", "Enter");
    await soon(text(page, "beta1-error")).toMatch(/^optimizer\.betas.*1\.5.*\.$/);
    expect(await page.getAttribute("#beta1", "aria-invalid")).toBe("true");
    expect(await page.getAttribute("#beta1", "aria-describedby")).toBe("beta1-error");
    await page.fill("#beta1", "");
    await page.press("#beta1", "Enter");
    await soon(() => page.isHidden("#beta1-error")).toBe(true);
    const again = await stage.open(new URL(page.url()).hash.slice(1), STILL);
    expect(await downloaded(again, "run")).toMatchObject({
      setting: { n: 7, m: 3, sigmaP: 0.4, labels: "rademacher" },
      optimizer: { name: "adam", betas: [0.9, 0.99], eps: 0.001, convention: "paper" },
      ...{ network: "linear", testSize: 50, recordEvery: 30 },
    });
    await again.selectOption("#optimizer", "sgd");
    expect(await again.isDisabled("#beta2")).toBe(true);
    await soon(() => again.url()).not.toContain("beta2");
    await again.context().close();
    await page.context().close();
  });

  it("takes a start and batches that are written out, and keeps them in the address", async () => {
    const page = await stage.open("preset=tiny&n=2&d=3&s=1&m=1&batchSize=1&epochs=5", STILL);
    expect(await page.textContent("#preset option:checked")).toBe("own run");
    await page.click("#more summary");
    const start = {
      labels: [1, -1],
      noisePatches: [
        [0, 1, 0],
        [0, 0, 1],
      ],
      weights: [[[1, 2, 3]], [[4, 5, 6]]],
    };
    const batches = [[0], [1, 0], [1]];
    for (const [id, value] of Object.entries({ start, batches })) {
      await page.fill(`#${id}`, JSON.stringify(value));
      await page.press(`#${id}`, "Enter");
      await soon(() => page.url()).toContain(`&${id}=`);
    }
    expect(await page.isDisabled("#batchSize")).toBe(true);
    await trainThrough(page);
    const again = await stage.open(new URL(page.url()).hash.slice(1), STILL);
    await trainThrough(again);
    const result = await downloaded(again, "result");
    expect(result.config).toMatchObject({ start, batches });
    // Four examples of two are seen.
    expect(result.history.map(({ epoch }: { epoch: number }) => epoch)).toEqual([0, 0.5, 1.5, 2]);
    await again.click("#more summary");
    await again.fill("#batches", "[[2]]");
    await again.press("#batches", "Enter");
    await soon(text(again, "batches-error")).toBe(
      "batches[0][0] must be an integer from 0 to n - 1 = 1, but is 2; count examples from 0.",
    );
    await again.context().close();
    await page.context().close();
  });

  it("opens a run file, and says in a sentence why another file is none", async () => {
    const page = await stage.open("", STILL);
    const optimizer = { name: "adamw", lr: 0.012345678901234, weightDecay: 0.01 };
    const run = { preset: "tiny", optimizer, batchSize: 2, epochs: 10, seed: 5, method: "active-set" };
    const open = (name: string, content: string) =>
      page.setInputFiles("#open-file", { name, mimeType: "application/json", buffer: Buffer.from(content) });
    await open("run.json", JSON.stringify(run));
    await soon(() => page.url()).toContain("preset=tiny&optimizer=adamw&");
    expect(await page.inputValue("#beside")).toBe("active-set");
    const { method, preset, ...rest } = run;
    expect(await downloaded(page, "run")).toMatchObject(rest);
    // The whole number is seen.
    const clipped = await page.evaluate<number>(
      '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById("lr-field"))',
    );
    expect(clipped).toBeLessThanOrEqual(0);
    await open("plan.yaml", "preset: tiny");
    await soon(text(page, "message")).toBe(
      "plan.yaml must hold JSON here, but is none; adamcheck simulate reads YAML as well.",
    );
    await open("run.json", JSON.stringify({ ...run, batchSize: 7 }));
    await soon(text(page, "message")).toBe("batchSize must be at most n = 6, but is 7; lower it.");
    await page.context().close();
  });

  it("says at its field what the engine cannot use of a number that its rule allows", async () => {
    const page = await stage.open(QUICK);
    await trainThrough(page);
    const said = "learning rate η must leave every number finite, but 1e+300 does not (trainLoss at step 1); lower it.";
    await page.fill("#lr-field", "1e300");
    await page.press("#lr-field", "Enter");
    await soon(text(page, "lr-error")).toBe(`L${said.slice(1)}`);
    expect(await page.getAttribute("#lr-field", "aria-invalid")).toBe("true");
    expect(await page.textContent("#status")).toBe(`Diverged: ${said}`);
    await page.selectOption("#time", "log");
    await soon(() => page.isVisible("#lr-error")).toBe(true);
    await page.fill("#lr-field", "0.01");
    await page.press("#lr-field", "Enter");
    await soon(() => page.isHidden("#lr-error")).toBe(true);
    expect(await page.getAttribute("#lr-field", "aria-invalid")).toBe(null);
    await page.context().close();
  });

  it("trains an optimizer that is typed in, also from its address; RUN.json and optimizer.mjs take it to the command line", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.selectOption("#optimizer", "formula");
    await page.waitForSelector("#formula:not([hidden])");
    await page.fill("#direction", "sign(velocity)");
    await page.press("#direction", "Enter");
    await soon(text(page, "direction-error")).toMatch(/^direction: .*"velocity" at position 6; .*\.$/);
    await page.fill("#direction", "sign(mom)/2");
    await page.press("#direction", "Enter");
    await soon(() => page.url()).toContain("direction=sign%28mom%29%2F2");
    await trainThrough(page);
    const { config, history } = await downloaded(page, "result");
    expect(config.optimizer.name).toMatch(/^formula-/);
    const again = await stage.open(new URL(page.url()).hash.slice(1), STILL);
    await trainThrough(again);
    expect((await downloaded(again, "result")).history).toEqual(history);
    expect(await again.isVisible("#formula-files")).toBe(true);
    const folder = newFolder();
    for (const id of ["run", "optimizer"]) {
      const { name, content } = await download(again, id);
      writeIn(folder, name, content.toString());
    }
    const file = join(folder, "optimizer.mjs");
    const { code, stdout } = await adamcheckIn(folder, "simulate", "RUN.json", "--json", "--load", file);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).history).toEqual(history);
    await again.selectOption("#optimizer", "adam");
    await soon(() => again.isHidden("#download-optimizer")).toBe(true);
    await again.context().close();
    await page.context().close();
  });

  it("copies its address", async () => {
    const page = await stage.open(QUICK, { ...STILL, permissions: ["clipboard-read", "clipboard-write"] });
    await page.click("#copy");
    await soon(text(page, "copy")).toBe("Copied");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(page.url());
    await soon(text(page, "copy")).toBe("Copy link");
    await page.context().close();
  });

  it("plays and pauses by the space bar, wherever that does nothing else", async () => {
    const page = await stage.open("preset=tiny&epochs=50000", STILL);
    for (const id of ["main", "batchSize"]) {
      await page.focus(`#${id}`);
      await page.keyboard.press("Space");
      await soon(text(page, "play")).toBe("Pause");
      await page.keyboard.press("Space");
      await soon(text(page, "play")).toBe("Play");
    }
    await page.focus("#batchSize-field");
    await page.keyboard.press("Space");
    expect(await page.textContent("#play")).toBe("Play");
    await page.context().close();
  });

  it.each(["", QUICK])("has Play within eight stops of the tab key: %j", async (hash) => {
    const page = await stage.open(hash, STILL);
    const stops: string[] = [];
    while (stops.at(-1) !== "play" && stops.length < 20) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate<string>(activeId));
    }
    expect(stops.length, stops.join(", ")).toBeLessThanOrEqual(8);
    await page.context().close();
  });

  it("can be framed by another page where it is served as files, smaller if it is asked to be", async () => {
    const context = await stage.browser.newContext({ viewport: { width: 800, height: 700 } });
    const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
    await context.route("https://static.test/**", (route) => {
      const path = join(PAGES, new URL(route.request().url()).pathname.replace(/\/$/, "/index.html"));
      if (!existsSync(path)) return route.fulfill({ status: 404 });
      return route.fulfill({
        body: readFileSync(path),
        contentType: types[extname(path)] ?? "application/octet-stream",
      });
    });
    await context.route("https://paper.test/**", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<iframe src="https://static.test/?embed#${QUICK}" width="400" height="600" title="explorer"></iframe>`,
      }),
    );
    const page = await context.newPage();
    await page.goto("https://paper.test/");
    const frame = page.frameLocator("iframe");
    await frame.locator("#play").waitFor();
    await frame.locator("#download-result:enabled").waitFor({ timeout: 60_000 });
    expect(await frame.locator("#status").textContent()).toMatch(/^(Generalizes|Fits|Memorizes|Does not fit): /);
    expect(await frame.locator("#gallery").isHidden()).toBe(true);
    await context.close();
  });

  it("has complained of nothing", () => {
    expect(stage.complaints).toEqual([]);
  });
});
