import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { METHOD_NAMES } from "../../../src/dynamics/reduce.ts";
import { BESIDE_BY_METHOD } from "../../../web/choice/beside.ts";
import { choiceFrom } from "../../../web/choice/fromRun.ts";
import { FIRST, runOf, standardOf } from "../../../web/choice/state.ts";
import { choices } from "./choices.ts";

const FILE = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 40 };

describe("the choice of a run file", () => {
  test.prop([choices])("has the run of the file, whatever was chosen before", (choice) => {
    const run = runOf(choice);
    const again = choiceFrom(JSON.parse(JSON.stringify(run)), choice);
    const { supports = "independent", ...setting } = run.setting;
    expect(runOf(again)).toMatchObject({ ...run, setting });
    expect(again.supports).toBe(supports);
    expect([again.time, again.shown, again.beside]).toEqual([choice.time, choice.shown, choice.beside]);
  });

  it("has the name of its preset, and is read from a result, too", () => {
    expect(choiceFrom(FILE, FIRST)).toMatchObject({ preset: "tiny", batchSize: 2, lr: 0.02, weightDecay: 0 });
    expect(choiceFrom({ config: FILE, history: [] }, FIRST)).toEqual(choiceFrom(FILE, FIRST));
    const { setting } = runOf(standardOf("paper-disjoint"));
    expect(choiceFrom({ ...FILE, preset: undefined, setting }, FIRST).preset).toBe("paper-disjoint");
  });

  it("lays over it what `method` asks for, which may be any of the dynamics", () => {
    expect([...BESIDE_BY_METHOD.keys()].sort()).toEqual([...METHOD_NAMES].sort());
    for (const [method, beside] of BESIDE_BY_METHOD) {
      expect(choiceFrom({ ...FILE, method }, FIRST).beside).toBe(beside);
    }
  });

  it.each([
    [{ ...FILE, method: "magic" }, /^method must be one of "auto", .*, but is "magic"; correct it or leave it out$/],
    [[], "the run must be an object, but is []; correct it"],
    [{ ...FILE, batchSize: 7 }, "batchSize must be at most n = 6, but is 7; lower it"],
    [
      { ...FILE, optimizer: { name: "formula-00000000", lr: 1 } },
      /^optimizer\.name must be that of the formulas in the form .*; type them in first$/,
    ],
  ])("refuses in a sentence what is none: %j", (file, sentence) => {
    expect(() => choiceFrom(file, FIRST)).toThrow(sentence);
  });
});
