// Steps per second of a training in the explorer beside the same RUN.json on the command line, turn by turn, and the time until the page is usable:
// node bench/explorer.mjs [ROUNDS]. Needs Chromium; run it on an idle machine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../dist/src/cli/serveFolder.js";

const rounds = Number(process.argv[2] ?? 3);
const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const HASH = "preset=paper&batchSize=100&epochs=1000";
const FULL_SPEED = "1000000";

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const folder = mkdtempSync(join(tmpdir(), "adamcheck-explorer-"));
const file = join(folder, "RUN.json");
const served = await serveFolder(pathOf("dist/web"), 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});

async function inPage() {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  const opened = performance.now();
  await page.goto(`${served.address}#${HASH}`);
  await page.waitForSelector("#play:enabled");
  const usable = performance.now() - opened;
  await page.selectOption("#speed", FULL_SPEED);
  await page.waitForSelector("#theory-content[aria-busy=false]");
  const begun = performance.now();
  await page.click("#play");
  await page.waitForSelector("#download-result:enabled", { timeout: 600_000 });
  const seconds = (performance.now() - begun) / 1000;
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download-run")]);
  await download.saveAs(file);
  await page.close();
  return { seconds, usable };
}

function onCommandLine() {
  const begun = performance.now();
  execFileSync(process.execPath, [pathOf("dist/src/cli/main.js"), "simulate", file], { stdio: "ignore" });
  return (performance.now() - begun) / 1000;
}

const results = [];
for (let round = 0; round < rounds; round++) {
  const { seconds, usable } = await inPage();
  results.push({ page: seconds, usable, command: onCommandLine() });
}
await browser.close();
await served.close();

const { epochs, batchSize, setting } = JSON.parse(readFileSync(file, "utf8"));
const steps = epochs * Math.ceil(setting.n / batchSize);
const [page, command] = [median(results.map((r) => r.page)), median(results.map((r) => r.command))];
const rate = (seconds) => Math.round(steps / seconds);
const share = Math.round(100 * median(results.map((r) => r.command / r.page)));
console.log(
  `preset paper, b = ${batchSize}, ${steps} steps, a record every ${epochs / 200} epochs; medians of ${rounds} rounds`,
);
console.log(`page:         ${rate(page)} steps a second (${page.toFixed(2)} s)`);
console.log(`command line: ${rate(command)} steps a second (${command.toFixed(2)} s, with the start of Node)`);
console.log(`share:        ${share}%`);
console.log(`usable after  ${Math.round(median(results.map((r) => r.usable)))} ms on localhost`);
