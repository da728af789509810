import { expect, it } from "vitest";
import { COLUMNS } from "../../../src/experiments/sweep/columns.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Moment } from "../../../src/sim/trajectory.ts";
import { historyCsv } from "../../../web/downloads/historyCsv.ts";

const run = parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.03 }, batchSize: 4, epochs: 3, testSize: 7 });

/** A moment of a line, by the names of the first. */
function momentOf(names: readonly string[], line: string): Moment {
  const cells = line.split(",").map((cell) => (cell === "" ? null : Number(cell)));
  const at = (name: string) => cells[names.indexOf(name)] as number;
  const both = (name: string) => ({ "+1": at(`${name}Plus`), "-1": at(`${name}Minus`) });
  return {
    ...{ epoch: at("epoch"), step: at("step") },
    ...{ trainLoss: at("trainLoss"), trainError: at("trainError"), testError: at("testError") },
    featureLearning: both("featureLearning"),
    noiseMemorization: { min: both("noiseMemorizationLeast"), max: both("noiseMemorizationMost") },
    freshNoise: { low: both("freshNoiseLow"), median: both("freshNoiseMedian"), high: both("freshNoiseHigh") },
  };
}

it("a history is read back from its table to the last bit", () => {
  const { history } = simulate(run);
  const [head = "", ...lines] = historyCsv(history).split("\r\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => momentOf(head.split(","), line))).toEqual(history);
});

it("a class without examples has empty cells", () => {
  const [moment] = simulate(run).history as [Moment];
  const alone = { ...moment, noiseMemorization: { min: { "+1": 1, "-1": null }, max: { "+1": 2, "-1": null } } };
  expect(historyCsv([alone]).split("\r\n")[1]).toMatch(/,1,,2,(,[^,]+){6}$/);
});

it("a history of an earlier version, without fresh noise, has empty cells", () => {
  const [{ freshNoise: _, ...moment }] = simulate(run).history as [Moment];
  expect(historyCsv([moment]).split("\r\n")[1]).toMatch(/[^,],{6}$/);
});

it("columns have the names and the order that they have in the table of a sweep", () => {
  const names = (historyCsv([]).split("\r\n")[0] as string).split(",");
  const known = COLUMNS.map(({ name }) => name);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(names).toEqual(known.filter((name) => names.includes(name)));
});
