import { expect, it } from "vitest";
import { MAIN, programIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

it.each(["presets", "--help", "check --list", "audit --preset paper --json"])(
  "%s with standard output on a full disk ends in one sentence and exit code 2",
  async (args) => {
    const { code, stderr } = await programIn(
      newFolder(),
      "sh",
      "-c",
      `${process.execPath} ${MAIN} ${args} > /dev/full`,
    );
    expect([code, stderr]).toEqual([
      2,
      "error: standard output must take what is printed, but writing gave ENOSPC; make room, or send it elsewhere\n",
    ]);
  },
);

it("a closed pipe is silent, and a full standard error ends nothing", async () => {
  const run = (line: string) =>
    programIn(newFolder(), "sh", "-c", line.replace("adamcheck", `${process.execPath} ${MAIN}`));
  expect(await run("adamcheck check --list | head -1")).toMatchObject({ code: 0, stderr: "" });
  expect((await run("adamcheck presets 2> /dev/full")).stdout).toContain("paper-disjoint");
});
