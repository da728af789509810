import { readdirSync, readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { shownOn, widthOf } from "../../src/cli/output.ts";
import { painted, paintFor } from "../../src/cli/style.ts";
import { toText } from "../../src/report/text/toText.ts";

const CLI = new URL("../../src/cli/", import.meta.url);

it("commands speak on standard error through one place, so that --quiet silences them all", () => {
  const speaking = readdirSync(CLI).filter((file) => readFileSync(new URL(file, CLI), "utf8").includes("stderr"));
  // main watches for a closed one, progress draws the bar.
  expect(speaking).toEqual(["main.ts", "output.ts", "progress.ts"]);
});

const terminal = { isTTY: true, columns: 80 };
const paint = paintFor(terminal, {});
const ESCAPES = /\x1b\[\d+m/g;

describe("shownOn", () => {
  test.prop([fc.string()])("changes nothing where there is neither a terminal nor COLUMNS", (text) => {
    const table = `${text}\n${toText({ head: ["verdict"], rows: [["holds"], ["x".repeat(200)]] })}`;
    expect(shownOn(table, {}, {})).toBe(table);
  });

  it("breaks sentences at words to fit a terminal, with colours or without", () => {
    const table = `${toText({ head: ["verdict", "because"], rows: [["holds", "word ".repeat(30).trim()]] }, 80)}\n${"word ".repeat(40)}`;
    for (const env of [{}, { NO_COLOR: "1" }]) {
      const lines = shownOn(table, terminal, env).replaceAll(ESCAPES, "").split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(
        lines
          .join(" ")
          .split(/\s+/)
          .filter((word) => word === "word"),
      ).toHaveLength(70);
    }
  });
});

describe("widthOf", () => {
  it.each([
    [{ isTTY: true, columns: 60 }, { COLUMNS: "90" }, 60],
    [{ isTTY: true, columns: 5 }, {}, 20],
    [{ isTTY: true, columns: 0 }, {}, Infinity],
    [{}, { COLUMNS: "90" }, 90],
    [{}, { COLUMNS: "wide" }, Infinity],
    [{}, {}, Infinity],
  ])("of a stream %j with %j is %s", (stream, env, expected) => {
    expect(widthOf(stream, env)).toBe(expected);
  });
});

describe("painted", () => {
  it.each([
    ["│ holds │", "│ \x1b[32mholds\x1b[39m │"],
    ["thm-4.1 [T25]: CONTRADICTED, tested", "thm-4.1 [T25]: \x1b[31mCONTRADICTED\x1b[39m, tested"],
    ["b = n: holds (tested)", "b = n: \x1b[32mholds\x1b[39m (tested)"],
    ["3 claims: 1 holds (proved), 2 inconclusive.", "3 claims: 1 \x1b[32mholds\x1b[39m (proved), 2 inconclusive."],
    ["1 claim: 1 hypotheses unmet, x", "1 claim: 1 \x1b[33mhypotheses unmet\x1b[39m, x"],
    [
      "thm-4.1 - holds at chosen sizes, fails for small n",
      "thm-4.1 - \x1b[32mholds at chosen sizes\x1b[39m, \x1b[33mfails for small n\x1b[39m",
    ],
    [
      "init-scale - holds at chosen sizes in 1 of 2 readings",
      "init-scale - \x1b[33mholds at chosen sizes in 1 of 2 readings\x1b[39m",
    ],
    ["│ machine-checked, agrees in tests │", "│ \x1b[32mmachine-checked\x1b[39m, agrees in tests │"],
    ["│ machine-checked in 1 of 2 readings │", "│ \x1b[33mmachine-checked in 1 of 2 readings\x1b[39m │"],
    ["│ proved in 1 of 2 readings │", "│ \x1b[33mproved in 1 of 2 readings\x1b[39m │"],
    [
      "holds at chosen sizes, by reading elsewhere",
      "\x1b[32mholds at chosen sizes\x1b[39m, \x1b[33mby reading elsewhere\x1b[39m",
    ],
    ["x: HOLDS AT CHOSEN SIZES, y", "x: \x1b[32mHOLDS AT CHOSEN SIZES\x1b[39m, y"],
    ["where it holds, nothing fails", "where it holds, nothing fails"],
  ])("colours verdicts and leaves sentences: %s", (text, expected) => {
    const faint = (line: string) => line.replaceAll("│", "\x1b[90m│\x1b[39m");
    expect(painted(text, paint)).toBe(faint(expected));
  });

  test.prop([fc.string({ unit: fc.constantFrom(..."ab :,(│─"), maxLength: 60 })])(
    "adds colours to the text and nothing else",
    (text) => {
      const verdicts = `${text}: holds (tested) ${text}`;
      expect(painted(verdicts, paint).replaceAll(ESCAPES, "")).toBe(verdicts);
    },
  );
});

describe("paintFor", () => {
  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: "" }, true],
    [{ isTTY: true }, { NO_COLOR: "0" }, false],
    [{ isTTY: true }, { TERM: "dumb" }, false],
    [{ isTTY: false }, {}, false],
    [{}, {}, false],
  ])("a stream %j with %j has colours: %s", (stream, env, expected) => {
    expect(paintFor(stream, env)("good", "x") !== "x").toBe(expected);
  });
});
