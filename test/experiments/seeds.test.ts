import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { parseSeeds } from "../../src/experiments/seeds.ts";
import { seedList } from "../../src/report/html/seedList.ts";
import { InputError } from "../../src/setting/inputError.ts";

const seed = fc.oneof(fc.nat({ max: 50 }), fc.maxSafeNat());
const seeds = fc.uniqueArray(seed, { minLength: 1, maxLength: 20 });

describe("parseSeeds", () => {
  test.prop([seeds])("takes any order, as a list, as numbers in a text, and as reports write it", (given) => {
    expect(parseSeeds(given, "seeds")).toEqual(given);
    expect(parseSeeds(given.join(", "), "seeds")).toEqual(given);
    expect(parseSeeds(seedList(given), "seeds")).toEqual(given);
    expect(parseSeeds(given.map(String), "seeds")).toEqual(given);
  });

  test.prop([seeds, fc.nat()])("refuses a seed that is there twice, by its number", (given, k) => {
    const twice = given[k % given.length] as number;
    expect(() => parseSeeds([...given, twice], "--seeds")).toThrow(
      new InputError(`--seeds must be there once each, but ${twice} is there twice; remove one`),
    );
  });

  it.each([
    [
      [9007199254740991, 4294967296],
      [9007199254740991, 4294967296],
    ],
    [7, [7]],
    [
      ["1-3", 9, "5,4"],
      [1, 2, 3, 9, 5, 4],
    ],
    [" 1 - 3 , 7 ", [1, 2, 3, 7]],
  ])("reads %j", (given, expected) => {
    expect(parseSeeds(given, "seeds")).toEqual(expected);
  });

  it.each<[unknown, string]>([
    ["1.5", 'integers, but has "1.5"; correct it'],
    [[2, 1.5], 'integers, but has "1.5"; correct it'],
    [[-1], 'integers from 0, but has "-1"; correct it'],
    ["one", 'integers and ranges such as 1-20 or 1,3,5-8, but has "one"; correct it'],
    ["", 'integers and ranges such as 1-20 or 1,3,5-8, but has ""; correct it'],
    ["1,,2", 'integers and ranges such as 1-20 or 1,3,5-8, but has ""; correct it'],
    [[{ toString: 1 }], 'integers and ranges such as 1-20 or 1,3,5-8, but has "{\\"toString\\":1}"; correct it'],
    ["1,9007199254740992", "below 2^53, but has 9007199254740992; correct it"],
    ["0-9007199254740992", "below 2^53, but has 9007199254740992; correct it"],
    ["1-20000", "at most 10000 seeds, but are 20000; leave some out"],
    ["1-6000,10000-15000", "at most 10000 seeds, but are 11001; leave some out"],
    [[], "one seed or more, but are none; add one"],
  ])("refuses %j for what is wrong with it", (given, words) => {
    expect(() => parseSeeds(given, "--seeds")).toThrow(new InputError(`--seeds must be ${words}`));
  });
});
