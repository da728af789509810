import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "../helpers/newFolder.ts";

const { unlessUnchanged } = (await import("../../scripts/unchanged.mjs" as string)) as {
  unlessUnchanged(step: {
    readonly root: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly stamp: string;
    make(): unknown;
  }): Promise<void>;
};

it("does a step again where bytes, names or what it made have changed, and not where times have", async () => {
  const root = `${newFolder()}/`;
  const at = (path: string) => join(root, path);
  mkdirSync(at("src/deep"), { recursive: true });
  writeFileSync(at("src/deep/a.ts"), "1");
  writeFileSync(at("config.json"), "{}");
  let made = 0;
  const step = {
    ...{ root, inputs: ["src", "config.json"], outputs: ["out.js"], stamp: ".stamp" },
    make() {
      made++;
      writeFileSync(at("out.js"), "");
    },
  };
  const madeAfter = async (change: () => void) => {
    change();
    const before = made;
    await unlessUnchanged(step);
    await unlessUnchanged(step);
    return made - before;
  };
  expect(await madeAfter(() => {})).toBe(1);
  expect(await madeAfter(() => utimesSync(at("src/deep/a.ts"), 1e9, 1e9))).toBe(0);
  expect(await madeAfter(() => writeFileSync(at("src/deep/a.ts"), "2"))).toBe(1);
  expect(await madeAfter(() => renameSync(at("src/deep/a.ts"), at("src/deep/b.ts")))).toBe(1);
  expect(await madeAfter(() => writeFileSync(at("config.json"), "[]"))).toBe(1);
  expect(await madeAfter(() => rmSync(at("out.js")))).toBe(1);
  expect(await madeAfter(() => writeFileSync(at("beside"), ""))).toBe(0);
});

it("does a step again that was left half done, also where its sources are what they were", async () => {
  const root = `${newFolder()}/`;
  writeFileSync(join(root, "a.ts"), "1");
  const step = { root, inputs: ["a.ts"], outputs: [], stamp: ".stamp" };
  await unlessUnchanged({ ...step, make: () => {} });
  writeFileSync(join(root, "a.ts"), "2");
  const broken = unlessUnchanged({
    ...step,
    make() {
      throw new Error("left");
    },
  });
  await expect(broken).rejects.toThrow("left");
  expect(existsSync(join(root, ".stamp"))).toBe(false);
  writeFileSync(join(root, "a.ts"), "1");
  let again = false;
  await unlessUnchanged({ ...step, make: () => void (again = true) });
  expect(again).toBe(true);
});
