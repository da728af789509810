import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { fileIn, idxImages, idxLabels, pixels } from "../helpers/imageFiles.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { queueHere } from "../helpers/queueHere.ts";
import { noRedis } from "../helpers/redis.ts";

/** Three classes, two seeds at two batch sizes; the schedule is a formula, which is read where it is run, as images are. */
const PLAN = `
base:
  setting:
    { n: 12, m: 2, q: 2, sigma0: 0.1, data: { images: images.idx, labels: labels.idx, patch: [2, 2] } }
  optimizer: { name: adam, lr: 0.01 }
  epochs: 3
  testSize: 6
  lrSchedule: 1/(1 + t)
axes: { batchSize: [3, 12] }
seeds: 1-2
`;

function writePlan(folder: string): void {
  const labels = Array.from({ length: 20 }, (_, i) => i % 3);
  fileIn(folder, "images.idx", idxImages(4, 4, pixels(labels.length, 16)));
  fileIn(folder, "labels.idx", idxLabels(labels));
  writeIn(folder, "plan.yaml", PLAN);
}

async function done(folder: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await adamcheckIn(folder, ...args);
  expect(code, stderr).toBe(0);
}

const journal = (folder: string, out: string) => readFileSync(join(folder, out, "runs.ndjson"), "utf8");

describe("a sweep over images", { timeout: 120_000 }, () => {
  it("gives the same bytes as shards that are merged", async () => {
    const folder = newFolder();
    writePlan(folder);
    await done(folder, "sweep", "plan.yaml", "--out", "whole");
    for (const k of [1, 2]) await done(folder, "sweep", "plan.yaml", "--shard", `${k}/2`, "--out", `part-${k}`);
    await done(folder, "merge", "part-1", "part-2", "--out", "merged");
    expect(journal(folder, "whole").trimEnd().split("\n")).toHaveLength(4);
    expect(journal(folder, "merged")).toBe(journal(folder, "whole"));
  });

  it("gives the same bytes through a queue with two workers", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const { folder, sweep, worker } = await queueHere();
    writePlan(folder);
    const workers = [worker(), worker()];
    const queued = sweep("--out", "queued");
    expect(await queued.code, queued.heard.stderr).toBe(0);
    for (const { child } of workers) child.kill("SIGINT");
    expect(await Promise.all(workers.map(({ code }) => code))).toEqual([0, 0]);
    await done(folder, "sweep", "plan.yaml", "--out", "whole");
    expect(journal(folder, "queued")).toBe(journal(folder, "whole"));
  });
});
