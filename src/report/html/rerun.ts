import { isPacked, plainName } from "../../experiments/packed.ts";
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
  const again = againBeside(plainName(path));
  const packed = isPacked(path);
  const from = packed ? "0" : JSON.stringify(path);
  const config = shell(["node", "-p", `JSON.stringify(JSON.parse(fs.readFileSync(${from}, "utf8")).config)`]);
  return {
    kind: "commands",
    about: "To do it again (the result's config is its run file), and compare:",
    lines: [
      `${packed ? `${shell(["gunzip", "-c", path])} | ` : ""}${config} | ${shell(["adamcheck", command, "-", "--out", again, ...loadsOf([result])])}`,
      shell([packed ? "zcmp" : "cmp", path, again]),
    ],
  };
}
