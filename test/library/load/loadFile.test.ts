import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadFile } from "../../../src/library/load/loadFile.ts";
import { originOf } from "../../../src/optimizers/origin.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const optimizer = (name: string, step = "g") =>
  `import { defineOptimizer } from "adamcheck";\ndefineOptimizer({ name: "${name}", decay: "coupled", direction: "${step}" });`;

/** A file in a folder of its own, with others beside it. */
function fileOf(text: string, beside: Readonly<Record<string, string>> = {}, name = "own.mjs"): string {
  const folder = newFolder();
  for (const [path, content] of Object.entries({ [name]: text, ...beside })) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return join(folder, name);
}

const hashOf = async (path: string) => (await loadFile(path)).loaded.sha256;

describe("loadFile", () => {
  it("says what a file defines, and where that comes from", async () => {
    const { defines, loaded } = await loadFile(fileOf(optimizer("load-file-one")));
    expect(defines).toEqual(["optimizer load-file-one"]);
    expect(originOf("load-file-one")).toEqual({ file: "own.mjs", sha256: loaded.sha256 });
    expect((await loadFile(fileOf("export default 3;"))).defines).toEqual([]);
  });

  it("has one hash of the same code in any folder, and another where it, or what it imports, differs", async () => {
    const text = 'import { k } from "./lib/k.mjs"; import numbers from "./numbers.json"; export default k + numbers.x;';
    const beside = { "lib/k.mjs": "export const k = 1;", "numbers.json": '{ "x": 1 }' };
    const first = await hashOf(fileOf(text, beside));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf(fileOf(text, beside))).toBe(first);
    const others = [
      fileOf(`${text} `, beside),
      fileOf(text, { ...beside, "lib/k.mjs": "export const k = 2;" }),
      fileOf(text, { ...beside, "numbers.json": '{ "x": 2 }' }),
    ];
    for (const other of others) expect(await hashOf(other)).not.toBe(first);
  });

  it("keeps apart what two files define that are loaded at once", async () => {
    const files = ["load-file-a", "load-file-b"].map((name) => fileOf(optimizer(name), {}, `${name}.mjs`));
    await Promise.all(files.map((file) => loadFile(file)));
    expect(originOf("load-file-a")?.file).toBe("load-file-a.mjs");
    expect(originOf("load-file-b")?.file).toBe("load-file-b.mjs");
    // One that fails does not keep the next one from its turn.
    const [failed, loaded] = await Promise.allSettled([loadFile(fileOf("throw 1;")), loadFile(fileOf("export {};"))]);
    expect([failed?.status, loaded?.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("refuses what is no code", async () => {
    const path = fileOf("{}", {}, "run.json");
    await expect(loadFile(path)).rejects.toThrow(
      `${path} must be a .ts, .js, .mts or .mjs file, but its name ends otherwise; name a file with code`,
    );
  });
});
