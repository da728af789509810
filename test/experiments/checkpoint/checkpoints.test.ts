import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkpointFile } from "../../../src/experiments/checkpoint/checkpointFile.ts";
import { checkpointOf, removeFolder, tidied } from "../../../src/experiments/checkpoint/checkpoints.ts";
import { toBytes } from "../../../src/sim/checkpoint/bytes.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const whole = toBytes({ of: "it", snapshot: { seen: 0, history: [], state: { step: 0, numbers: [] } } });

describe("the file of a checkpoint", () => {
  it("is made with its folder, replaced, read and removed, with what a kill has left beside it", () => {
    const folder = newFolder();
    const file = checkpointFile(join(folder, "new", "kept"));
    expect(file.read()).toBeUndefined();
    file.clear();
    file.write(Uint8Array.of(1, 2));
    file.write(Uint8Array.of(3));
    expect([...(file.read() as Uint8Array)]).toEqual([3]);
    const beside = join(folder, "new", "kept.0b0c.tmp");
    const others = join(folder, "new", "keptelse.0b0c.tmp");
    for (const path of [beside, others]) writeFileSync(path, "");
    file.clear();
    expect(readdirSync(join(folder, "new"))).toEqual(["keptelse.0b0c.tmp"]);
  });

  it("that cannot be read is named", () => {
    const folder = newFolder();
    expect(() => checkpointFile(folder).read()).toThrow(
      `checkpoint must be a file that can be read, but reading ${folder} gave EISDIR; see to it or name another`,
    );
  });
});

describe("the checkpoints of jobs", () => {
  it("are looked through: what has finished or is damaged goes, what is under way stays", () => {
    const checkpoints = { folder: join(newFolder(), "checkpoints") };
    expect(tidied(checkpoints, () => false)).toEqual({ goOn: [], damaged: [] });
    removeFolder(checkpoints);
    for (const key of ["over", "under"]) checkpointOf(checkpoints, key).write(whole);
    checkpointOf(checkpoints, "cut").write(whole.subarray(1));
    writeFileSync(join(checkpoints.folder, "over.checkpoint.1.tmp"), "");
    const { goOn, damaged } = tidied(checkpoints, (key) => key === "over");
    expect([goOn, damaged]).toEqual([["under"], [join(checkpoints.folder, "cut.checkpoint")]]);
    expect(readdirSync(checkpoints.folder)).toEqual(["under.checkpoint"]);
    removeFolder(checkpoints);
    expect(readFileSync(join(checkpoints.folder, "under.checkpoint"))).toEqual(Buffer.from(whole));
    checkpointOf(checkpoints, "under").clear();
    removeFolder(checkpoints);
    expect(existsSync(checkpoints.folder)).toBe(false);
  });

  it("of a folder that is a file's are none", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "checkpoints"));
    writeFileSync(join(folder, "checkpoints", "else.txt"), "");
    expect(tidied({ folder: join(folder, "checkpoints") }, () => true)).toEqual({ goOn: [], damaged: [] });
    expect(readdirSync(join(folder, "checkpoints"))).toEqual(["else.txt"]);
  });
});
