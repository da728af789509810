import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The kernel of trainings in coefficients is read from the file that the variable KERNEL names, where there is one. */
const kernelFromFile = {
  name: "kernel-from-file",
  load: (id) =>
    id.endsWith("src/dynamics/engines/kernel.generated.ts")
      ? 'import { readFileSync } from "node:fs"; export const KERNEL = readFileSync(process.env.KERNEL).toString("hex");'
      : undefined,
};

/**
 * Makes one file of `manyCases.ts` and all that it imports.
 *
 * @param {boolean} swaps whether the kernel is read from a file
 * @returns {Promise<{ folder: string; path: string }>} a fresh folder and the file in it
 */
export async function bundleCases(swaps) {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-cases-"));
  const path = join(folder, "manyCases.mjs");
  await build({
    input: pathOf("manyCases.ts"),
    output: { file: path, format: "esm", codeSplitting: false },
    plugins: swaps ? [kernelFromFile] : [],
    platform: "node",
    logLevel: "silent",
  });
  return { folder, path };
}
