import { afterEach, describe, expect, it, vi } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { HELP_WIDTH } from "../../src/cli/help.ts";
import { adamcheckIn } from "../helpers/command.ts";
import { examplesIn } from "../helpers/helpExamples.ts";
import { newFolder } from "../helpers/newFolder.ts";

describe("a help", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(["", ...COMMANDS.map(({ name }) => name)])("of adamcheck %s fits 80 columns", async (name) => {
    const { stdout } = await adamcheckIn(newFolder(), ...(name === "" ? [] : [name]), "--help");
    expect(stdout.split("\n").filter((line) => line.length > HELP_WIDTH)).toEqual([]);
  });

  it.each(COMMANDS.map(({ name }) => name))(
    "of adamcheck %s breaks its options at words in 40 columns",
    async (name) => {
      vi.stubEnv("COLUMNS", "40");
      const { stdout } = await adamcheckIn(newFolder(), name, "--help");
      const [, options = ""] = /^Options:\n(.*?)\n\n/ms.exec(stdout) ?? [];
      expect(options).not.toBe("");
      expect(options.split("\n").filter((line) => line.length > 40)).toEqual([]);
    },
  );

  it.each(COMMANDS.map(({ name }) => name))("of %s ends with examples of it", async (name) => {
    const { stdout } = await adamcheckIn(newFolder(), name, "--help");
    const examples = examplesIn(stdout);
    expect(examples.at(-1)).toMatch(new RegExp(`^adamcheck ${name}\\b`));
    expect(examples.every((line) => line.startsWith("adamcheck "))).toBe(true);
  });
});
