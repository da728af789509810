import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { optionNamed } from "../../src/cli/optionNamed.ts";

const called = (...args: string[]) => {
  const command = new Command("any")
    .option("--out <file>")
    .option("--batch-size <integer>")
    .action(() => {});
  command.parse(args, { from: "user" });
  return command;
};

describe("optionNamed", () => {
  it("says --out of what a script calls out, given or not", () => {
    for (const command of [called(), called("--out", "x")]) {
      expect(optionNamed("out must be a new file, but x exists", command)).toBe(
        "--out must be a new file, but x exists",
      );
    }
  });

  it("says --batch-size where the option gave it, batchSize where a file may have", () => {
    const message = "batchSize must be at most n = 40, but is 100; lower it";
    expect(optionNamed(message, called("--batch-size", "100"))).toBe(message.replace("batchSize", "--batch-size"));
    expect(optionNamed(message, called())).toBe(message);
  });

  it("leaves everything else as it is", () => {
    expect(optionNamed("optimizer.lr must be > 0", called())).toBe("optimizer.lr must be > 0");
    expect(optionNamed("one.toml must be read", called("--out", "x"))).toBe("one.toml must be read");
    expect(optionNamed("out must be new", undefined)).toBe("out must be new");
  });
});
