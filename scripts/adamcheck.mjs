// Runs the command line from a checkout, compiling it first if a source is newer than what was compiled.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const stamp = new URL("dist/.tsbuildinfo", root);
const sources = readdirSync(new URL("src", root), { recursive: true });
const newest = Math.max(...sources.map((path) => statSync(new URL(`src/${path}`, root)).mtimeMs));
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  const tsc = fileURLToPath(new URL("node_modules/typescript/bin/tsc", root));
  const { status } = spawnSync(process.execPath, [tsc, "-p", fileURLToPath(new URL("tsconfig.build.json", root))], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import(new URL("dist/cli/main.js", root).href);
