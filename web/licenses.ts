import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
  return `${name} ${version} (${license})${text}\n`;
}

/**
 * Writes licenses.txt: those of every package in the page and in its workers.
 *
 * @returns plugins of the page and of the workers, which are built before the page is
 */
export function licenses(): { page: Plugin; workers: () => Plugin[] } {
  const folders = new Set<string>();
  const collect: Plugin["generateBundle"] = (_, bundle) => {
    for (const output of Object.values(bundle)) {
      const ids = output.type === "chunk" ? output.moduleIds : [];
      for (const id of ids) {
        const [folder] = PACKAGE.exec(id) ?? [];
        if (folder !== undefined) folders.add(folder);
      }
    }
  };
  return {
    workers: () => [{ name: "licenses-of-workers", generateBundle: collect }],
    page: {
      name: "licenses",
      generateBundle(options, bundle, isWrite) {
        collect.call(this, options, bundle, isWrite);
        const source = [...folders]
          .sort()
          .map(licenseOf)
          .join(`\n${"-".repeat(80)}\n\n`);
        this.emitFile({ type: "asset", fileName: "licenses.txt", source });
      },
    },
  };
}
