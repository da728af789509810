import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { planIn, readSweep } from "../../../src/experiments/sweep/folder.ts";
import type { PlanFile } from "../../../src/experiments/sweep/plan.ts";
import { standing } from "../../../src/experiments/sweep/standing.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";
import { ask } from "../../../src/experiments/trainer/ask.ts";
import { compareRuns } from "../../../src/library/compareRuns.ts";
import { exportRuns } from "../../../src/library/exportRuns.ts";
import { mergeSweeps } from "../../../src/library/mergeSweeps.ts";
import { summary } from "../../../src/library/summary.ts";
import { previewSweep, type SweepOptions, sweep } from "../../../src/library/sweep.ts";
import { shell } from "../../../src/setting/shell.ts";
import { MAIN } from "../../helpers/command.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const FAKE = new URL("../../helpers/fakeTrainer.mjs", import.meta.url).pathname;
const own = { setting: { n: 10 }, optimizer: { name: "adam", lr: 0.1 }, batchSize: 2, epochs: 4 } as const;
const plan = { method: "trainer", base: own, seeds: "1-2" } as unknown as PlanFile;

const by = (...words: string[]) => ["node", FAKE, ...words];

async function swept(words: readonly string[], changes: Partial<SweepOptions> = {}, file = plan) {
  const out = newFolder();
  const reasons: string[] = [];
  const onFailed = (_: unknown, reason: string) => reasons.push(reason);
  const end = await sweep(file, { out, trainer: words, onFailed, ...changes });
  return { out, end, reasons };
}

const trialsIn = (folder: string): Trial[] =>
  [...readSweep(folder).entries()].flatMap(([, done]) => ("outcome" in done ? [done.outcome] : []));
/** The runs as `export` writes them. */
async function rowsOf(folder: string): Promise<Record<string, unknown>[]> {
  const out = join(newFolder(), "runs.json");
  await exportRuns(folder, { format: "json", out });
  return JSON.parse(readFileSync(out, "utf8")).runs;
}
const journalOf = (folder: string) => readFileSync(join(folder, "runs.ndjson"), "utf8");

describe("a trainer's results", () => {
  it("are kept as ours are, and say that they came from outside", async () => {
    const { out, end } = await swept(by("fine"));
    expect(end).toEqual({ total: 2, finished: 2, failed: 0, left: 0 });
    const [first] = trialsIn(out);
    expect(first).toMatchObject({
      config: { ...own, level: "trainer", seed: 1 },
      engine: { name: "fake", version: "1" },
      outside: { command: by("fine"), files: [{ file: "fakeTrainer.mjs" }] },
      final: { epoch: 4, testError: 0.01 },
    });
    expect(first?.final).not.toHaveProperty("featureLearning");
    expect(standing(out)).toMatchObject({ total: 2, there: 2, others: 0 });
    const rows = await rowsOf(out);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ engine: "fake 1 (outside)", testError: 0.01, featureLearningPlus: null, n: 10 });
    expect(summary(out).rows[0]?.testError?.median).toBe(0.015);
    expect(compareRuns(out, out).rows[0]).toMatchObject({ pairs: 2 });
  });

  it("are found again, also from shards; and are others for a changed program or command", async () => {
    const folder = newFolder();
    const program = join(folder, "train.mjs");
    copyFileSync(FAKE, program);
    const whole = await swept(["node", program]);
    const again = async (trainer: string | string[]) => {
      let found = 0;
      await sweep(plan, { out: whole.out, trainer, onBegin: (begun) => void (found = begun.found) });
      return found;
    };
    const shards = await Promise.all([1, 2].map((k) => swept(["node", program], { shard: `${k}/2` })));
    const merged = newFolder();
    mergeSweeps(
      shards.map(({ out }) => out),
      { out: merged },
    );
    expect(journalOf(merged)).toBe(journalOf(whole.out));
    expect(await again(`node '${program}'`)).toBe(2);
    expect(await again(["node", program, "chatty"])).toBe(0);
    writeFileSync(program, `${readFileSync(FAKE, "utf8")}// changed\n`);
    expect(await again(["node", program])).toBe(0);
    expect(trialsIn(whole.out)).toHaveLength(6);
    expect(planIn(whole.out)?.method).toBe("trainer");
  });

  it("may come from a plan on our data, with the whole run", async () => {
    const base = { preset: "tiny", optimizer: own.optimizer, batchSize: 2, epochs: 4 } as const;
    const { out } = await swept(by("fine"), {}, { base, seeds: 1 } as PlanFile);
    expect(trialsIn(out)[0]?.config).toMatchObject({ level: "simulate", setting: { d: 12 }, network: "cnn" });
  });

  it("end where a stopping rule of the plan holds, and keep what it asks for", async () => {
    const moments = [0.5, 0.25, 0, 0].map((trainError, epoch) => ({
      ...{ epoch: epoch + 1, step: epoch, trainLoss: 1, trainError, testError: 0.1 },
    }));
    const file = join(newFolder(), "answer.json");
    writeFileSync(file, JSON.stringify({ history: moments }));
    const asked = { ...plan, stop: { fitted: 1 }, record: ["fittedEpoch", "history"] } as PlanFile;
    const { out } = await swept(by("file", file), {}, asked);
    expect(trialsIn(out)[0]).toMatchObject({
      stopped: { rule: "fitted", epoch: 3 },
      final: { epoch: 3 },
      recorded: { fittedEpoch: 3, history: moments.slice(0, 3) },
    });
    const told = await swept(by("asked"), {}, asked);
    expect(trialsIn(told.out)[0]?.final.metrics).toEqual({ depth: 1 });
    expect((await rowsOf(told.out))[0]).toMatchObject({ depth: 1 });
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const moment = fc.record(
    { step: fc.nat(), trainLoss: finite, trainError: share, testError: share, metrics: fc.record({ depth: finite }) },
    { requiredKeys: ["step", "trainLoss", "trainError", "testError"] },
  );
  test.prop([fc.array(moment, { minLength: 1, maxLength: 5 }), fc.boolean()], { numRuns: 8 })(
    "are, number by number, what it printed",
    async (moments, diverges) => {
      const history = moments.map((one, k) => ({ epoch: k === moments.length - 1 ? 4 : k / 2, ...one }));
      const diverged = diverges ? { diverged: { step: 7, epoch: 4.5, metric: "loss" } } : {};
      const file = join(newFolder(), "answer.json");
      writeFileSync(file, `epoch 1 ...\n${JSON.stringify({ history, ...diverged })}\n`);
      const { out } = await swept(by("file", file), {}, { ...plan, seeds: 1, record: ["history"] } as PlanFile);
      // JSON has no -0.
      const printed = JSON.parse(JSON.stringify(history));
      expect(trialsIn(out)).toMatchObject([{ final: printed.at(-1), recorded: { history: printed }, ...diverged }]);
    },
    60_000,
  );
});

/** Whether a process runs: one that has ended stays as a zombie where nobody asks what became of it. */
function isUnderWay(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}

describe("a trainer that fails", () => {
  it.each([
    [
      "exit",
      /^the trainer must exit with 0, but exited with 3 \(it said last: Traceback \| line 3 \| \?\[31mMemoryError: too much\)$/,
    ],
    ["text", /^the trainer must print a JSON object on its last line, but printed "accuracy 0\.9"; /],
    ["nan", /^the trainer must print a JSON object on its last line, .* not finite belongs into "diverged"\)$/],
    ["nothing", /but printed nothing; /],
    ["missing", /^history\[0\]\.testError must be a number from 0 to 1, but is missing; add it$/],
    ["unnamed", /^history\[0\]\.metrics must have names that .*\(depth\), but has "width"; add it there$/],
    ["short", /^history must end at epoch 4, the run's last, but ends at 0; /],
    ["turned", /^history\[1\]\.epoch must be above that of the moment before, 4, but is 0; /],
    ["beyond", /^history\[0\]\.testError must be a number from 0 to 1, but is 1\.5; /],
    ["killed", /^the trainer must exit with 0, but was ended by SIGKILL$/],
  ])("%s: one sentence, and the run is marked", async (fault, sentence) => {
    const { out, end, reasons } = await swept(by(fault), {}, { ...plan, seeds: 1 } as PlanFile);
    expect(end).toMatchObject({ finished: 0, failed: 1 });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(sentence);
    const [entry] = [...readSweep(out).entries()];
    expect(entry?.[1]).toMatchObject({ failed: { reason: reasons[0], attempts: 2, config: own } });
  });

  it("hangs: it is ended, and so is what it began", async () => {
    const pids = join(newFolder(), "pids");
    const { reasons } = await swept(by("hang", pids), { timeout: 1.5 }, { ...plan, seeds: 1 } as PlanFile);
    expect(reasons).toEqual(["it took longer than 1.5 s"]);
    for (const pid of readFileSync(pids, "utf8").trim().split("\n")) {
      expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
    }
  });

  it("ends with the command: the first Ctrl-C lets it finish, the second ends both", async () => {
    const folder = newFolder();
    const pids = join(folder, "pids");
    writeFileSync(join(folder, "plan.json"), JSON.stringify({ ...plan, seeds: 1 }));
    const args = [MAIN, "sweep", "plan.json", "--out", "runs", "--trainer", shell(by("hang", pids))];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    const begun = async () => {
      while (!existsSync(pids)) await pause(50);
      return Number(readFileSync(pids, "utf8"));
    };
    const pid = await begun();
    child.kill("SIGINT");
    await pause(500);
    expect(process.kill(pid, 0)).toBe(true);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    await expect.poll(() => isUnderWay(pid)).toBe(false);
  });

  it("prints without an end: it is ended at a bound", async () => {
    const question = { ask: "train", run: own };
    await expect(ask(by("endless"), question, { most: 1e6 })).rejects.toThrow(
      "the trainer must print at most 1000000 bytes, but printed more; print the result alone",
    );
  });

  it("is refused where a file that it names changes under way", async () => {
    const file = join(newFolder(), "tries");
    writeFileSync(file, "");
    const words = ["node", FAKE, "once", `${file}`];
    await expect(swept(words, {}, { ...plan, seeds: 1 } as PlanFile)).rejects.toThrow(/^trainer must stay as it is /);
  });
});

describe("a trainer that is none", () => {
  const out = () => newFolder();
  it.each([
    [{ trainer: "no-such-program train" }, /^trainer must be a command that can be started, .* gave ENOENT; check it$/],
    [{ trainer: "" }, /^trainer must name a program, but is ""; name it$/],
    [{ trainer: "python3 'train.py" }, /^trainer must close every quote, /],
    [
      { trainer: by("no-version") },
      /^trainer must answer .* but version must be a version, .* but is missing; add it; /,
    ],
    [
      { trainer: ["node", "-e", "process.exit(2)"] },
      /but the trainer must exit with 0, but exited with 2; see the guide/,
    ],
    [{ trainer: by("fine"), engine: "wasm" }, /^engine must be absent where trainer is given, /],
    [{ trainer: by("fine"), queue: "redis://localhost:1" }, /^queue must be absent where trainer is given, /],
    [{}, /^trainer must be given where the plan's method is "trainer", but is missing; /],
  ] as const)("%j", async (options, sentence) => {
    await expect(sweep(plan, { out: out(), ...options } as SweepOptions)).rejects.toThrow(sentence);
  });

  it.each([
    [{ ...own, setting: { n: 1 } }, /^batchSize must be at most n = 1, but is 2; lower it$/],
    [{ ...own, setting: { n: 10, width: 3 } }, /^setting\.width must be a known key of setting, /],
    [{ ...own, epochs: undefined }, /^epochs must be given, but is missing; add it$/],
    [{ ...own, network: "linear" }, /^network must be a known key /],
  ])("a plan of its own that is wrong: %j", async (base, sentence) => {
    const file = { ...plan, base } as unknown as PlanFile;
    await expect(sweep(file, { out: out(), trainer: by("fine") })).rejects.toThrow(sentence);
  });

  it("is not asked how long it takes", async () => {
    expect(await previewSweep(plan, { out: out(), trainer: by("fine") })).toMatchObject({ runs: 2, seconds: null });
  });
});

const torch = ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, ["-c", "import torch"]).status === 0);

describe("examples/torch-vgg", () => {
  it("trains on images in CIFAR-10's format", { timeout: 120_000 }, async ({ skip }) => {
    skip(torch === undefined, "there is no Python with torch; install Debian's python3-torch");
    const data = newFolder();
    for (const name of [1, 2, 3, 4, 5].map((k) => `data_batch_${k}.bin`).concat("test_batch.bin")) {
      // Two records, of labels 3 and 7; colours differ from file to file.
      const records = [3, 7].map((label) =>
        Buffer.from([label, ...Array.from({ length: 3072 }, (_, k) => (k * label * name.length) % 256)]),
      );
      writeFileSync(join(data, name), Buffer.concat(records));
    }
    const script = new URL("../../../examples/torch-vgg/train.py", import.meta.url).pathname;
    const trainer = [torch as string, script, "--data", data, "--model", "small", "--threads", "1", "--device", "cpu"];
    const base = { setting: { n: 10 }, optimizer: { lr: 0.01, betas: [0.9, 0.99] }, batchSize: 5, epochs: 2 };
    const file = { method: "trainer", base, axes: { optimizer: ["adam", "adamw"] }, seeds: 1 } as unknown as PlanFile;
    const { out, reasons } = await swept(trainer, {}, file);
    expect(reasons).toEqual([]);
    for (const { final, engine } of trialsIn(out)) {
      expect(engine).toEqual({ name: "torch-small", version: "1" });
      expect(final).toMatchObject({ epoch: 2, step: 4 });
      expect(final.trainLoss).toBeGreaterThan(0);
    }
  });
});
