import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { vi } from "vitest";
import { newFolder } from "./newFolder.ts";

const VERSION = 'if [ "$1" = --version ]; then echo "The Coq Proof Assistant, version 8.16.1"; exit 0; fi';

/**
 * Puts programs of these names before all others on PATH, until environments are unstubbed.
 *
 * @param scripts what coqc and coqchk do in sh, once asked for more than their version
 * @returns the folder they are in, where they may leave something
 */
export function fakeCoq({ coqc, coqchk = "exit 0" }: { readonly coqc: string; readonly coqchk?: string }): string {
  const folder = newFolder();
  for (const [name, script] of Object.entries({ coqc, coqchk })) {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${VERSION}\n${script}\n`);
    chmodSync(path, 0o755);
  }
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  return folder;
}
