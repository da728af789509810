import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { dataFrom } from "../../src/setting/dataFrom.ts";
import { duplicateKey } from "../../src/setting/duplicateKey.ts";

describe("dataFrom", () => {
  test.prop([fc.jsonValue(), fc.constantFrom(undefined, 2)])("reads JSON as JSON.parse does", (value, indent) => {
    const text = JSON.stringify(value, null, indent);
    expect(dataFrom(text, "run.json")).toEqual(JSON.parse(text));
    expect(duplicateKey(text)).toBeUndefined();
  });

  it.each([
    ['// no comment of JSON\n{"a": 1}', /must hold YAML or JSON/],
    ["a: 1\nb: 2\na: 3", /must hold YAML or JSON, but the parser says: Map keys must be unique at line 3/],
    [
      '{"a": 1,\n "b": {"c": 1, "c": 2}}',
      /^line 2 of f must have a key that is there once, but has "c" again; remove one of them$/,
    ],
    ['{"a": 1, "\\u0061": 2}', /^line 1 of f must have a key .* "a" again/],
    ["a: *b", /must hold YAML or JSON/],
    ["{", /must hold YAML or JSON/],
  ])("refuses %j in a sentence", (text, sentence) => {
    expect(() => dataFrom(text, "f")).toThrow(sentence);
  });

  it.each([
    ["{epochs: 3, # few\n lr: 1e-5}", { epochs: 3, lr: 1e-5 }],
    ["epochs: 3\r\noptimizer: {name: sgd}\r\n", { epochs: 3, optimizer: { name: "sgd" } }],
    [
      '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": "{\\"a\\": 1}"}]}',
      { a: 1, b: { a: 2 }, c: [{ a: 3 }, { a: '{"a": 1}' }] },
    ],
  ])("reads %j", (text, value) => {
    expect(dataFrom(text, "f")).toEqual(value);
  });
});
