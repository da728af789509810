import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareRuns } from "../../src/library/compareRuns.ts";
import { simulate } from "../../src/library/simulate.ts";
import { measuresTable, pairsText } from "../../src/report/pairsText.ts";
import { INTERVAL_LIMIT } from "../../src/statistics/medianWithInterval.ts";
import { runsIn } from "../helpers/reportable.ts";

const RUN = { preset: "tiny", batchSize: 2, epochs: 3, testSize: 50 } as const;
const adam = { name: "adam", lr: 0.01 } as const;
const sgd = { name: "sgd", lr: 0.1 } as const;
const spec = (optimizer: typeof adam | typeof sgd, seed: number) => ({ ...RUN, optimizer, seed });

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "adamcheck-pairs-"));
});
afterAll(() => rmSync(place, { recursive: true }));

const inFolder = async (name: string, results: readonly object[]) => {
  const folder = join(place, name);
  mkdirSync(folder);
  results.forEach((result, k) => writeFileSync(join(folder, `${k}.json`), JSON.stringify(result)));
  return folder;
};

describe("runs compared", () => {
  it("of one run with itself nothing differs", async () => {
    const result = await simulate(spec(adam, 1), { saveWeights: true });
    const { contrasts, by, rows, alone } = compareRuns(result, result);
    expect([contrasts, by, alone]).toEqual([[], [], { a: 0, b: 0 }]);
    const [row] = rows;
    for (const { difference, furthest } of Object.values(row?.measures ?? {})) {
      expect([difference.median, furthest?.distance]).toEqual([0, 0]);
    }
    expect(row?.weights).toMatchObject({ distance: 0, relative: 0 });
  });

  it("results, files, folders of files and sweeps say the same", async () => {
    const seeds = [4, 2, 9];
    const [a, b] = await Promise.all(
      [adam, sgd].map((optimizer) => Promise.all(seeds.map((seed) => simulate(spec(optimizer, seed))))),
    );
    const asked = compareRuns(a as never, (b as never[]).toReversed());
    expect(asked.contrasts.map(({ column }) => column)).toContain("optimizer");
    expect(asked.rows[0]).toMatchObject({ pairs: 3 });
    expect(compareRuns(await inFolder("adam", a as object[]), await inFolder("sgd", b as object[]))).toEqual(asked);
    for (const [name, optimizer] of Object.entries({ adam, sgd })) {
      runsIn(join(place, `${name}-sweep`), { base: { ...RUN, optimizer }, seeds }).journal.settle([]);
    }
    const swept = compareRuns(join(place, "adam-sweep"), join(place, "sgd-sweep"));
    const ends = ({ rows }: typeof swept) =>
      Object.entries(rows[0]?.measures ?? {}).map(([name, { furthest: _, ...end }]) => [name, end]);
    expect(ends(swept)).toEqual(ends(asked));
    expect(swept.rows[0]?.events).toEqual(asked.rows[0]?.events);
  });

  it("pairs what varies within a side, and says who has no partner", async () => {
    const at = (batchSize: number, seed: number) => ({ ...spec(adam, seed), batchSize });
    const runs = await Promise.all([at(2, 1), at(4, 1), at(4, 2)].map((run) => simulate(run)));
    const others = await Promise.all([spec(sgd, 1), spec(sgd, 7)].map((run) => simulate(run)));
    const found = compareRuns(runs, others);
    expect([found.by, found.rows.map(({ at: values }) => values), found.alone]).toEqual([
      ["batchSize"],
      [[2]],
      { a: 2, b: 1 },
    ]);
    expect(pairsText(found)).toContain("2 runs of a without a partner: left out");
  });

  it("tells batches that were given, and runs that were cut short", async () => {
    const given = (batches: number[][]) => {
      const { batchSize: _, epochs: __, ...rest } = spec(sgd, 1);
      return simulate({ ...rest, batches } as never);
    };
    const [a, b] = await Promise.all([
      given([
        [0, 1],
        [2, 3],
      ]),
      given([
        [2, 3],
        [0, 1],
      ]),
    ]);
    expect(compareRuns(a as never, b as never).contrasts.map(({ column }) => column)).toEqual(["batches"]);
    const cut = compareRuns(a as never, { ...(a as object), interrupted: true } as never);
    expect(cut.cut).toEqual({ a: 0, b: 1 });
    expect(pairsText(cut)).toContain("1 run of b did not come to the end");
  });

  it("leaves a damaged file of a folder out, and says which; with none that is whole it is the error", async () => {
    const results = await Promise.all([1, 2].map((seed) => simulate(spec(adam, seed))));
    const folder = await inFolder("damaged", [...results, { config: {}, history: [] }]);
    writeFileSync(join(folder, "cut.json"), '{"config": ');
    const { leftOut, ...found } = compareRuns(folder, results as never);
    expect(leftOut).toHaveLength(2);
    expect(leftOut[0]).toMatch(/^A file of a is left out: .*2\.json.*$/);
    expect(leftOut[1]).toMatch(/^A file of a is left out: reading .*cut\.json gave [^\n]*$/);
    const { leftOut: none, ...whole } = compareRuns(results as never, results as never);
    expect([found, none]).toEqual([whole, []]);
    expect(pairsText({ ...found, leftOut })).toContain(leftOut[1]);
    const bad = await inFolder("bad", []);
    writeFileSync(join(bad, "cut.json"), "{");
    expect(() => compareRuns(bad, results as never)).toThrow(/^A file of a is left out: reading .*cut\.json gave /);
  });

  it("says how many pairs a median is of, and that those of too many have no interval", async () => {
    const result = await simulate(spec(adam, 1));
    const many = Array.from({ length: INTERVAL_LIMIT + 1 }, (_, k) => {
      const { config } = result as unknown as { config: object };
      return { ...result, config: { ...config, seed: k } };
    });
    const without = "Of medians of more than 1000 pairs no interval is given.";
    const found = compareRuns(many as never, many as never);
    expect(found.rows[0]?.measures["testError"]?.difference).toEqual({
      median: 0,
      low: null,
      high: null,
      coverage: null,
    });
    expect(pairsText(found)).toContain(without);
    const table = measuresTable(found);
    expect(table.rows.map((row) => row[table.head.indexOf("pairs")])).toEqual(table.rows.map(() => "1001"));
    const fewer = many.slice(1);
    expect(pairsText(compareRuns(fewer as never, fewer as never))).not.toContain(without);
  });

  it("takes no weights that are none", async () => {
    const result = await simulate(spec(adam, 1), { saveWeights: true });
    for (const weights of ["abc", null, [[]], [["x"]], [[[1], [2]], [[1]]], [[[1, null]]]]) {
      const wrong = { ...result, final: { ...result.final, weights } };
      expect(() => compareRuns(wrong as never, result)).toThrow(/^final.weights of a must be lists of numbers, /);
    }
  });

  it("refuses what cannot be compared, in a sentence", async () => {
    const result = await simulate(spec(adam, 1));
    const other = await simulate(spec(adam, 2));
    expect(() => compareRuns(result, other)).toThrow(
      /^a and b must have runs with the same seed, but a has 1 and b has 2; compare parts in which it agrees$/,
    );
    expect(() => compareRuns([result, result], result)).toThrow(
      /^a must have runs that differ in their seed .* two with seed 1 alike; leave one out$/,
    );
    expect(() => compareRuns("no such file", result)).toThrow(/^a must name a file that "simulate" .* check the path$/);
    expect(() => compareRuns(result, { ...result, final: 3 } as never)).toThrow(
      /^b must name .* in which final is an object, but it is 3; check the path$/,
    );
    expect(() => compareRuns(result, [])).toThrow(
      /^b must be a path, a result or a list with one, but is \[\]; give it one$/,
    );
    writeFileSync(join(place, "empty.json"), "");
    expect(() => compareRuns(join(place, "empty.json"), result)).toThrow(/^a must name .* check the path$/);
    mkdirSync(join(place, "nothing"));
    expect(() => compareRuns(join(place, "nothing"), result)).toThrow(/has no run that finished; check the path$/);
  });
});
