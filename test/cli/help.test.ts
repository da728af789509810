import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { HELP_WIDTH } from "../../src/cli/help.ts";
import { adamcheckIn } from "../helpers/command.ts";
import { examplesIn } from "../helpers/helpExamples.ts";
import { newFolder } from "../helpers/newFolder.ts";

describe("a help", () => {
  it.each(["", ...COMMANDS.map(({ name }) => name)])("of adamcheck %s fits 80 columns", async (name) => {
    const { stdout } = await adamcheckIn(newFolder(), ...(name === "" ? [] : [name]), "--help");
    expect(stdout.split("\n").filter((line) => line.length > HELP_WIDTH)).toEqual([]);
  });

  it.each(COMMANDS.map(({ name }) => name))("of %s ends with examples of it", async (name) => {
    const { stdout } = await adamcheckIn(newFolder(), name, "--help");
    const examples = examplesIn(stdout);
    expect(examples.at(-1)).toMatch(new RegExp(`^adamcheck ${name}\\b`));
    expect(examples.every((line) => line.startsWith("adamcheck "))).toBe(true);
  });
});
