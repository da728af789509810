import { readFileSync } from "node:fs";

/** What package.json says; read from the compiled command's place. */
export function packageFile(): { readonly version: string; readonly description: string } {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
}
