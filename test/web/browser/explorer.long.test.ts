import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { carriedOf } from "../../../src/optimizers/formula/carried.ts";
import { adamcheckIn, writeIn } from "../../helpers/command.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { elementsOf } from "../../helpers/xml.ts";
import { noChromium } from "../../sim/browser/chromium.ts";
import { download, epochOf, newStage, STILL, type Stage, soon, text, theoryThere, trainThrough } from "./page.ts";

/** 400 epochs, a record every 2nd. */
const QUICK = "preset=tiny&batchSize=2&epochs=400&seed=3";
const hashOf = (page: Page) => () => new URL(page.url()).hash;

let stage: Stage;
beforeAll(async () => {
  if (!noChromium) stage = await newStage();
});
afterAll(() => stage?.end());

describe.skipIf(noChromium)("the explorer in Chromium", () => {
  it.each(["preset=small&batchSize=10&epochs=50", "preset=tiny&optimizer=adamw&weightDecay=0.1&batchSize=1&epochs=90"])(
    "trains as the command line does, byte for byte: %s",
    async (hash) => {
      const page = await stage.open(hash);
      await trainThrough(page);
      const run = await download(page, "run");
      const result = await download(page, "result");
      expect([run.name, result.name]).toEqual(["RUN.json", "result.json"]);
      const folder = newFolder();
      writeIn(folder, "RUN.json", run.content.toString());
      const { code, stdout } = await adamcheckIn(folder, "simulate", "RUN.json", "--json");
      expect(code).toBe(0);
      expect(stdout === result.content.toString()).toBe(true);
      await page.context().close();
    },
  );

  it("trains an optimizer of the user's own, given by formulas, as the command line does with --load", async () => {
    const signum = {
      name: "page-signum",
      decay: "decoupled" as const,
      betas: [0.9, 0.99] as const,
      memory: { mom: "b1*mom + (1-b1)*g" },
    };
    const definition = { ...signum, title: "Signum", direction: "sign(mom)" };
    const own = await newStage([carriedOf(defineOptimizer(definition)) as object]);
    try {
      const page = await own.open("preset=tiny&optimizer=page-signum&lr=0.01&batchSize=2&epochs=60");
      expect(await page.textContent("#optimizer option:checked")).toBe("Signum");
      await trainThrough(page);
      const folder = newFolder();
      writeIn(folder, "RUN.json", (await download(page, "run")).content.toString());
      const code = `import { defineOptimizer } from "adamcheck";\ndefineOptimizer(${JSON.stringify(definition)});`;
      writeFileSync(join(folder, "signum.mjs"), code);
      const there = await adamcheckIn(folder, "simulate", "RUN.json", "--json", "--load", join(folder, "signum.mjs"));
      expect([there.code, there.stderr.includes("error")]).toEqual([0, false]);
      const { history } = JSON.parse((await download(page, "result")).content.toString());
      expect(JSON.parse(there.stdout).history).toEqual(history);
      await theoryThere(page);
      expect(own.complaints).toEqual([]);
    } finally {
      await own.end();
    }
  });

  it("begins by itself, and says how it ended", async () => {
    const page = await stage.open(QUICK);
    await page.selectOption("#speed", "1000000");
    await page.waitForSelector("#download-result:enabled", { timeout: 60_000 });
    expect(await page.textContent("#status")).toMatch(
      /^(Generalizes|Fits|Memorizes|Does not fit): .* 1000 fresh examples/,
    );
    expect(await epochOf(page)).toBe(400);
    expect(await page.getAttribute("#progress", "value")).toBe("1");
    await page.context().close();
  });

  it("waits where no motion is wanted, steps from record to record, plays, pauses and goes back to its start", async () => {
    const page = await stage.open(QUICK, STILL);
    await theoryThere(page);
    expect(await page.textContent("#status")).toBe("Ready.");
    expect(await page.textContent("#at-epoch")).toBe("–");
    for (const epoch of [0, 2, 4]) {
      await page.click("#step");
      await soon(text(page, "at-epoch")).toBe(String(epoch));
    }
    await page.selectOption("#speed", "10");
    await page.click("#play");
    await soon(() => epochOf(page)).toBeGreaterThan(6);
    expect(await page.textContent("#play")).toBe("Pause");
    await page.click("#play");
    await soon(text(page, "status")).toMatch(/^Paused at epoch /);
    const paused = await epochOf(page);
    await page.waitForTimeout(400);
    expect(await epochOf(page)).toBe(paused);
    expect(await page.textContent("#status")).toBe(`Paused at epoch ${paused}.`);
    await page.click("#reset");
    await soon(text(page, "status")).toBe("Ready.");
    await trainThrough(page);
    expect(await page.textContent("#play")).toBe("Again");
    await page.context().close();
  });

  it("encloses the run on screen when it is asked, and loads what does only then", async () => {
    const page = await stage.open(QUICK, STILL);
    await theoryThere(page);
    const asked = () => stage.asked.filter((address) => address.includes("enclosedText")).length;
    const before = asked();
    await page.click("#enclosed summary");
    await soon(text(page, "enclosed-answer")).toMatch(/Every \[lo, hi\] holds the number that real arithmetic gives/);
    expect(asked()).toBe(before + 1);
    await page.click("#enclosed button");
    await soon(text(page, "enclosed-answer")).toMatch(/feature learning/);
    await page.context().close();
  });

  it("answers a bound that is typed in, and loads what reads it only then", async () => {
    const page = await stage.open(QUICK, STILL);
    await theoryThere(page);
    const asked = () => stage.asked.filter((address) => address.includes("boundText")).length;
    const before = asked();
    await page.click("#bound summary");
    await soon(text(page, "bound-answer")).toMatch(/^holds: σ₀/);
    expect(asked()).toBe(before + 1);
    await page.fill("#bound-given", "s = O(d/n)\neta = O(1/d)");
    await page.fill("#bound-text", "eta s = o(1)");
    await soon(text(page, "bound-answer")).toMatch(/^follows: eta s = o\(1\)/);
    await page.fill("#bound-text", "eta s = o(1");
    await soon(text(page, "bound-answer")).toMatch(/^A statement must be .*; correct it\.$/);
    await page.context().close();
  });

  it("has all that is chosen in its address, and shows it again from there", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.selectOption("#optimizer", "adamw");
    await page.fill("#weightDecay-field", "0.5");
    await page.press("#weightDecay-field", "Enter");
    await page.selectOption("#time", "log");
    await page.selectOption("#beside", "exact");
    const { hash } = new URL(page.url());
    expect(hash).toBe(
      "#preset=tiny&optimizer=adamw&weightDecay=0.5&batchSize=2&lr=0.01&epochs=400&alpha=0.3&sigma0=0.3&s=3&supports=independent&seed=3&beside=exact&time=log",
    );
    const again = await stage.open(hash.slice(1), STILL);
    expect(await again.inputValue("#weightDecay-field")).toBe("0.5");
    for (const [id, value] of Object.entries({ preset: "tiny", optimizer: "adamw", beside: "exact", time: "log" })) {
      expect(await again.inputValue(`#${id}`)).toBe(value);
    }
    await trainThrough(again);
    expect(await again.textContent("#beside-words")).toContain("(level 1)");
    await again.context().close();
    await page.context().close();
  });

  it("says in a sentence why an address is not understood, and shows something else", async () => {
    const page = await stage.open("preset=small&batchSize=41<img src=x onerror=alert(1)>", STILL);
    expect(await page.textContent("#message")).toMatch(
      /^The address is not understood: batchSize must be a decimal number, but is "41<img .*; correct it\.$/,
    );
    expect(await page.inputValue("#batchSize-field")).toBe("40");
    expect(new URL(page.url()).hash).toContain("batchSize=40");
    await page.evaluate('location.hash = "preset=paper&batchSize=2"');
    await soon(() => page.inputValue("#preset")).toBe("paper");
    expect(await page.isHidden("#message")).toBe(true);
    await page.evaluate('location.hash = "seed=-1"');
    await page.waitForSelector("#message:not([hidden])");
    expect(await page.textContent("#message")).toMatch(/seed must be an integer >= 0/);
    expect(await page.inputValue("#preset")).toBe("paper");
    await page.context().close();
  });

  it("refuses a number that cannot be, and keeps what it had", async () => {
    const page = await stage.open(QUICK, STILL);
    const before = page.url();
    for (const [typed, sentence] of [
      ["7", /^batchSize must be at most n = 6, but is 7; lower it\.$/],
      ["many", /^batch size must be a decimal number, but is "many"; correct it\.$/],
    ] as const) {
      await page.fill("#batchSize-field", typed);
      await page.press("#batchSize-field", "Enter");
      await page.waitForSelector("#batchSize-error:not([hidden])");
      await soon(text(page, "batchSize-error")).toMatch(sentence);
      expect(await page.getAttribute("#batchSize-field", "aria-invalid")).toBe("true");
      expect(await page.getAttribute("#batchSize-field", "aria-describedby")).toBe("batchSize-error");
      expect(page.url()).toBe(before);
    }
    await page.fill("#batchSize-field", "3");
    await page.press("#batchSize-field", "Enter");
    expect(await page.isHidden("#batchSize-error")).toBe(true);
    expect(await page.getAttribute("#batchSize-field", "aria-invalid")).toBe(null);
    expect(page.url()).toContain("batchSize=3");
    await page.context().close();
  });

  it("can be worked from the keyboard alone", async () => {
    const page = await stage.open(QUICK, STILL);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the plots");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("play");
    await page.selectOption("#speed", "2");
    await page.focus("#play");
    await page.keyboard.press("Space");
    await soon(text(page, "play")).toBe("Pause");
    await page.keyboard.press("Enter");
    await soon(text(page, "play")).toBe("Play");
    await page.focus("#weightDecay");
    await page.keyboard.press("ArrowRight");
    await soon(hashOf(page)).toContain("weightDecay=0.00002");
    expect(await page.getAttribute("#weightDecay", "aria-valuetext")).toContain("0.00002");
    await page.keyboard.press("Home");
    await soon(hashOf(page)).toContain("weightDecay=0&");
    await page.focus("#gallery li:nth-child(2) a");
    await page.keyboard.press("Enter");
    await soon(() => page.inputValue("#preset")).toBe("small");
    expect(await page.getAttribute("#gallery li:nth-child(2) a", "aria-current")).toBe("true");
    await page.context().close();
  });

  it("marks thresholds on the slider of the weight decay, and says which theorems apply", async () => {
    const page = await stage.open("preset=small", STILL);
    await theoryThere(page);
    const marks = await page.locator("#weightDecay ~ .marks .tick").count();
    expect(marks).toBe(await page.locator(".thresholds > li").count());
    expect(marks).toBe(4);
    expect(await page.textContent("#weightDecay ~ .marks-words")).toBe(
      "1 feature · 2 noise · 3 some noise · 4 theorems 4.1, 4.2",
    );
    expect(await page.textContent("#theory-summary")).toMatch(/^Theorem 4.1 is about runs like this one/);
    await page.selectOption("#optimizer", "signsgd");
    await soon(() => page.locator("#weightDecay ~ .marks .tick").count()).toBe(0);
    await page.context().close();
  });

  it("lays the papers' signs over the network where supports are disjoint, and else says why it cannot", async () => {
    const page = await stage.open("preset=disjoint&supports=disjoint&epochs=40&beside=signs", STILL);
    await trainThrough(page);
    await soon(text(page, "beside-words")).toContain("Method sign:");
    await page.selectOption("#supports", "independent");
    await trainThrough(page);
    await soon(text(page, "beside-words")).toMatch(/^Nothing can be laid over it: /);
    expect(await page.textContent("#beside-words")).toContain("the supports must be disjoint");
    await page.context().close();
  });

  it("gives its picture as SVG and PNG, its history as CSV", async () => {
    const page = await stage.open(QUICK);
    await trainThrough(page);
    const svg = (await download(page, "svg")).content.toString();
    expect(svg).toMatch(/^<svg [^>]*viewBox=/);
    expect(elementsOf(svg).slice(0, 3)).toEqual(["svg", "title", "desc"]);
    const { name, content } = await download(page, "png");
    expect(name).toBe("adamcheck.png");
    expect(content.subarray(1, 4).toString()).toBe("PNG");
    const [, width = 0] = /<svg [^>]*width="(\d+)"/.exec(svg) ?? [];
    expect(content.readUInt32BE(16)).toBe(2 * Number(width));
    const { history } = JSON.parse((await download(page, "result")).content.toString());
    const lines = (await download(page, "csv")).content.toString().trim().split("\r\n");
    expect(lines).toHaveLength(1 + history.length);
    expect(lines.at(-1)?.split(",").slice(0, 3)).toEqual([
      String(history.at(-1).epoch),
      String(history.at(-1).step),
      String(history.at(-1).trainLoss),
    ]);
    await page.context().close();
  });

  it("has complained of nothing, and asked no other machine for anything", () => {
    expect(stage.complaints).toEqual([]);
    const elsewhere = stage.asked.filter((url) => !url.startsWith(stage.served.address) && !/^(blob|data):/.test(url));
    expect(elsewhere).toEqual([]);
    expect(stage.asked.length).toBeGreaterThan(10);
  });
});
