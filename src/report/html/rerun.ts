import { shell } from "../../setting/shell.ts";
import type { Source } from "../figures/figure.ts";
import { againBeside } from "./again.ts";
import { loadsOf } from "./loadsOf.ts";
import type { Block } from "./section.ts";

/**
 * How a result that holds its run is made again.
 *
 * @param source a file whose `config` is a run file
 * @param command that made it
 * @param result what the file holds; it names the files of users' code that the command must load
 * @returns the commands
 */
export function rerun({ path }: Source, command: "simulate" | "dynamics" | "compare", result: unknown): Block {
  const again = againBeside(path);
  const config = `JSON.stringify(JSON.parse(fs.readFileSync(${JSON.stringify(path)}, "utf8")).config)`;
  return {
    kind: "commands",
    about: "To do it again (the result's config is its run file), and compare:",
    lines: [
      `${shell(["node", "-p", config])} | ${shell(["adamcheck", command, "-", "--out", again, ...loadsOf([result])])}`,
      shell(["cmp", path, again]),
    ],
  };
}
