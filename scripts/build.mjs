// Compiles src to dist, and makes one file of zod; with a message on stderr and its exit code if the compiler refuses.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { status } = spawnSync(
  process.execPath,
  [pathOf("node_modules/typescript/bin/tsc"), "-p", pathOf("tsconfig.build.json")],
  { stdio: ["ignore", 2, 2] },
);
if (status !== 0) process.exit(status ?? 1);
await build({
  input: pathOf("src/setting/zod.ts"),
  output: { file: pathOf("dist/setting/zod.js"), format: "esm" },
  platform: "neutral",
  logLevel: "warn",
});
