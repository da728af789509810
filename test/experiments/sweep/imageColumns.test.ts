import { beforeEach, describe, expect, it } from "vitest";
import { runJob } from "../../../src/experiments/job.ts";
import { AXES } from "../../../src/experiments/sweep/columns.ts";
import { columnsIn } from "../../../src/experiments/sweep/columnsIn.ts";
import { jobAt, parsePlan, pointCount } from "../../../src/experiments/sweep/plan.ts";
import { repeats } from "../../../src/experiments/sweep/repeats.ts";
import { runsTable } from "../../../src/experiments/sweep/runsTable.ts";
import { spread } from "../../../src/experiments/sweep/spread.ts";
import { summary } from "../../../src/experiments/sweep/summary.ts";
import { sweep } from "../../../src/experiments/sweep/sweep.ts";
import { settingText } from "../../../src/report/figures/sheet/words.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";
import { fileIn, idxImages, idxLabels, pixels } from "../../helpers/imageFiles.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const NAMES = ["patch", "stride", "normalize", "precision", "only"];

let base: object;
beforeEach(() => {
  const folder = newFolder();
  const labels = Array.from({ length: 12 }, (_, i) => i % 3);
  const images = fileIn(folder, "images", idxImages(4, 4, pixels(labels.length, 16)));
  const data = { images, labels: fileIn(folder, "labels", idxLabels(labels)), patch: [2, 2] };
  base = {
    setting: { n: 6, m: 2, q: 2, sigma0: 0.1, data },
    optimizer: { name: "adam", lr: 0.01 },
    ...{ batchSize: 3, epochs: 2, testSize: 2 },
  };
});

async function swept(changes: object): Promise<string> {
  const folder = newFolder();
  const plan = parsePlan({ base, seeds: "1-2", ...changes });
  const engine = engineNamed("wasm");
  await sweep({
    ...{ plan, folder, engine, workers: 1 },
    execute: async (tasks, { onFinished }) => {
      for (const { index, job } of tasks) onFinished(index, runJob(job, { engine }));
    },
  });
  return folder;
}

describe("what of images a plan varies", () => {
  it("is what a run file with it would say", () => {
    const plan = parsePlan({
      base,
      zip: [{ patch: [[2, 2], "4x1"], stride: [1, [4, 1]], normalize: ["unit", "length"] }],
      axes: { precision: ["float64", "float32"], only: [[0, 2], "1 2 0"] },
      seeds: 1,
    });
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    const said = Array.from({ length: pointCount(plan) }, (_, k) => {
      const { data, d, patches, classes } = jobAt(plan, k).run.setting;
      const { patch, stride, normalize, precision, only } = data as unknown as Record<string, unknown>;
      return [patch, stride, normalize, precision, only, d, patches, classes];
    });
    // A 2 x 2 window goes to 3 x 3 places of 4 x 4 pixels one by one; a column of 4 to 4 places.
    const [window, column] = [
      [[2, 2], [1, 1], "unit"],
      [[4, 1], [4, 1], "length"],
    ];
    const all = [undefined, "float32"].flatMap((precision) =>
      [
        [0, 2],
        [1, 2, 0],
      ].flatMap((only) => [
        [...(window as unknown[]), precision, only, 4, 9, only.length],
        [...(column as unknown[]), precision, only, 4, 4, only.length],
      ]),
    );
    expect(said).toEqual(all);
  });

  it("has columns, and tells runs apart that have as many patches of as many numbers", async () => {
    const folder = await swept({
      axes: {
        patch: [
          [2, 2],
          [4, 1],
          [1, 4],
        ],
        precision: ["float64", "float32"],
      },
    });
    const { columns, rows } = runsTable(folder);
    const names = columns.map(({ name }) => name);
    expect(NAMES.filter((name) => names.includes(name))).toEqual(["patch", "precision"]);
    const cells = [...rows].map((row) =>
      ["patch", "patches", "d", "precision"].map((name) => row[names.indexOf(name)]),
    );
    const expected = ["2x2", "4x1", "1x4"].flatMap((patch) =>
      ["float64", "float32"].flatMap((precision) => Array(2).fill([patch, 4, 4, precision])),
    );
    expect(cells).toEqual(expected);
    const by = ["patch", "precision"];
    const sorted = ["1x4", "2x2", "4x1"].flatMap((patch) =>
      ["float32", "float64"].map((precision) => [patch, precision]),
    );
    expect(summary(folder, by).map(({ at, runs }) => [at, runs])).toEqual(sorted.map((at) => [at, 2]));
    expect(spread(folder, by).map(({ at, seeds }) => [at, seeds])).toEqual(sorted.map((at) => [at, 2]));
    // The stride is as large as the patch unless given.
    expect(repeats(folder, ["precision"])).toEqual({ columns: ["patch", "stride"], same: false });
  });

  it("has no columns where it does not vary; runs may be told apart by it all the same", async () => {
    const folder = await swept({ axes: { lr: [0.01, 0.02] } });
    const names = columnsIn(folder).map(({ name }) => name);
    expect(NAMES.filter((name) => names.includes(name))).toEqual([]);
    const [row] = summary(folder, NAMES);
    expect(row?.at).toEqual(["2x2", "2x2", "unit", "float64", null]);
  });

  it("is told of images that only a trainer of users' own has looked at", () => {
    const setting = { data: { images: "a.idx", patch: [2, 2] as const } };
    const cells = ["data", ...NAMES].map((name) => AXES.get(name)?.in({ setting }));
    expect(cells).toEqual(["images", "2x2", null, "unit", "float64", null]);
    expect(settingText(setting)).toBe("images");
  });

  it("has its place in images alone", () => {
    const drawn = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 1 };
    const of = (setting: object) => ({ ...drawn, preset: undefined, setting });
    const varied = (given: object) => () => jobAt(parsePlan({ base: given, axes: { patch: [[2, 2]] }, seeds: 1 }), 0);
    expect(varied(drawn)).toThrow(
      /^base\.setting\.data must be images where patch is varied, but is missing; name .*\(in the plan at patch = 2x2\)$/,
    );
    expect(varied(of({ data: "mine" }))).toThrow(/^base\.setting\.data must be images .*, but is "mine"; /);
    expect(() => jobAt(parsePlan({ base, axes: { patch: [[2, 5]] }, seeds: 1 }), 0)).toThrow(
      /^setting\.data\.patch must be at most 4 x 4, an image, but is \[2,5\]; .*\(in the plan at patch = 2x5\)$/,
    );
  });
});
