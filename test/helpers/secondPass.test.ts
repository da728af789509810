import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { reachOf } from "./imports.ts";
import { ENGINE_ROOMS, RESULT_ROOMS } from "./secondPass.ts";

const TEST = new URL("../", import.meta.url).pathname;
/** Of the sources, and of what is compiled from them. */
const REGISTRY = /\/sim\/engines\/registry\.[jt]s$/;

const files = (readdirSync(TEST, { recursive: true }) as string[]).filter((file) => file.endsWith(".test.ts")).sort();
const under = (folders: readonly string[], file: string) => folders.some((folder) => file.startsWith(`${folder}/`));
const rest = files.filter((file) => !under(ENGINE_ROOMS, file) && !under(RESULT_ROOMS, file));

const reachesEngine = (file: string) => [...reachOf([resolve(TEST, file)]).files].some((path) => REGISTRY.test(path));

describe("tests in other rooms", () => {
  it.each(rest)("%s cannot reach an engine", (file) => {
    expect(reachesEngine(file)).toBe(false);
  });

  it("are told from those that can", () => {
    expect(["sim/simulate.test.ts", "experiments/reproduce.test.ts"].map(reachesEngine)).toEqual([true, true]);
  });
});
