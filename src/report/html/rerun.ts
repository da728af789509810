import type { Source } from "../figures/figure.ts";
import { againBeside } from "./again.ts";
import type { Block } from "./section.ts";
import { shell } from "./shell.ts";

/**
 * How a result that holds its run is made again.
 *
 * @param source a file whose `config` is a run file
 * @param command that made it
 * @returns the commands
 */
export function rerun({ path }: Source, command: "simulate" | "dynamics" | "compare"): Block {
  const again = againBeside(path);
  const config = `JSON.stringify(JSON.parse(fs.readFileSync(${JSON.stringify(path)}, "utf8")).config)`;
  return {
    kind: "commands",
    about: "To do it again (the result's config is its run file), and compare:",
    lines: [
      `${shell(["node", "-p", config])} | ${shell(["adamcheck", command, "-", "--out", again])}`,
      shell(["cmp", path, again]),
    ],
  };
}
