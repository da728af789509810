// Compiles src to dist, makes one file each of the packages that are many, and builds the explorer into dist/web; with a message on stderr and its exit code if the compiler refuses.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { build as buildPages } from "vite";

/** Modules that only name what we use of a package whose hundreds of files would take long to load. */
const BUNDLES = ["setting/zod", "algebra/mathjs"];

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { status } = spawnSync(
  process.execPath,
  [pathOf("node_modules/typescript/bin/tsc"), "-p", pathOf("tsconfig.build.json")],
  { stdio: ["ignore", 2, 2] },
);
if (status !== 0) process.exit(status ?? 1);
for (const name of BUNDLES) {
  await build({
    input: pathOf(`src/${name}.ts`),
    output: { file: pathOf(`dist/src/${name}.js`), format: "esm" },
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "warn",
  });
}
await buildPages({ configFile: pathOf("web/vite.config.ts") });
