import { describe, expect, it } from "vitest";
import { readProof } from "../../../src/bounds/proof/read.ts";

describe("readProof", () => {
  it("reads every kind of line, with names, numbers for what has none, and comments", () => {
    const text = [
      "\uFEFF# a comment",
      "",
      "given A.1: s = O(n)   # beside",
      "given s = O(n) or s = O(d)",
      "define T = n^2/eta",
      "define U := T",
      "set q = 3",
      "show s = O(n*d)",
      "hence B': s^2 = O(n^2*d^2) by (3), A.1",
      "not c-3: s = o(1)",
    ].join("\r\n");
    expect(readProof(text)).toEqual([
      { kind: "comment", at: 1, text: "a comment" },
      { kind: "comment", at: 3, text: "beside" },
      { kind: "given", at: 3, name: "A.1", anyOf: ["s = O(n)"] },
      { kind: "given", at: 4, name: "(2)", anyOf: ["s = O(n)", "s = O(d)"] },
      { kind: "define", at: 5, name: "T", value: "n^2/eta" },
      { kind: "define", at: 6, name: "U", value: "T" },
      { kind: "set", at: 7, name: "q", value: "3" },
      { kind: "show", at: 8, name: "(3)", statement: "s = O(n*d)" },
      { kind: "hence", at: 9, name: "B'", statement: "s^2 = O(n^2*d^2)", by: ["(3)", "A.1"] },
      { kind: "not", at: 10, name: "c-3", statement: "s = o(1)" },
    ]);
  });

  it("gives hypotheses that have a name theirs", () => {
    const names = readProof("given conditions-A.1-A.2\ngiven adam-decay").map((line) => "name" in line && line.name);
    expect(names).toEqual([
      ...["dimension", "support-size", "noise-size", "feature-noise-size", "start-size", "neurons", "learning-rate"],
      ...["eps-size", "adam-decay"],
    ]);
  });

  it.each([
    [
      "claim s = O(n)",
      /^line 1 of a proof must begin with given, define, set, show, hence, not or #, but is "claim s = O\(n\)"; correct it$/,
    ],
    ["show", /^line 1 of a proof must begin with/],
    ["define T", /^line 1 of a proof must say define NAME = VALUE, but is "define T"; correct it$/],
    [
      "given adam-dekay",
      /^line 1 of a proof must give a statement or the name of a hypothesis \(conditions-A.1-A.2, .*but is "adam-dekay"/,
    ],
    ["given A: s = O(n)\ngiven A: d = O(n)", /^line 2 of a proof must have a name of its own, but is "A"; rename it$/],
    [
      "given A: s = O(n)\nshow s = O(n) by B",
      /^line 2 of a proof must use what stands before it, but is "B"; there is A$/,
    ],
    // A step cannot use itself.
    ["show B: s = O(s) by B", /^line 1 of a proof must use what stands before it, but is "B"; there is nothing$/],
  ])("refuses %j", (text, message) => {
    expect(() => readProof(text)).toThrow(message);
  });
});
