import { existsSync } from "node:fs";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const given = process.env.CHROMIUM_PATH;
const path = given ?? "/usr/bin/chromium";

/** Why no browser can be started, if so. One that was asked for by CHROMIUM_PATH is not excused: starting it fails. */
export const noChromium =
  given || existsSync(path) ? undefined : `there is no ${path}; install Debian's chromium or set CHROMIUM_PATH`;

/** Starts Chromium without a window. */
export async function launch() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: path, args: FLAGS });
}
