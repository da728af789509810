// Takes a picture of the explorer, as built, in Chromium, with what is trained there at its end: node scripts/screenshot.mjs [FILE.png [WIDTH [light|dark [HASH]]]]
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../dist/src/library/serveFolder.js";

const [file = "docs/explorer.png", width = "1440", scheme = "light", hash = "preset=small"] = process.argv.slice(2);
const served = await serveFolder(fileURLToPath(new URL("../dist/web/", import.meta.url)), 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({
  viewport: { width: Number(width), height: 900 },
  colorScheme: scheme,
});
page.on("console", (message) => console.error(message.text()));
page.on("pageerror", (error) => console.error(error));
await page.goto(`${served.address}#${hash}`);
await page.selectOption("#speed", "1000000");
await page.waitForSelector("#download-result:enabled", { timeout: 120_000 });
await page.waitForSelector("#theory-content[aria-busy=false]", { timeout: 30_000 });
await page.waitForTimeout(400);
await page.screenshot({ path: file });
await browser.close();
await served.close();
