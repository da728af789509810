import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { typesetFormulas } from "./formulas.ts";
import { licenses } from "./licenses.ts";
import { foldBeforePaint, storyPage } from "./storyPage.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tables for terminals stand in src/report/table.ts, beside what the page does use of it. */
const noTerminal: Plugin = {
  name: "no-terminal",
  enforce: "pre",
  resolveId: (id) => (id === "cli-table3" ? "\0no-terminal" : undefined),
  load: (id) => (id === "\0no-terminal" ? "export default undefined" : undefined),
};

const { page, workers } = licenses();

/** The explorer, for any static host and any path of it. */
export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [noTerminal, typesetFormulas, storyPage, foldBeforePaint, page],
  build: {
    outDir: here("../dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // Everything is a file of its own, which a strict Content-Security-Policy allows.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // How long a build took on a busy machine is no news.
    rolldownOptions: {
      checks: { pluginTimings: false },
    },
  },
  worker: { format: "es", plugins: () => [noTerminal, ...workers()] },
  logLevel: "warn",
});
