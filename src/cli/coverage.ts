import type { Command } from "commander";
import { coverage } from "../bounds/coverage/coverage.ts";
import { writeAside } from "../experiments/writeAside.ts";
import { coverageText } from "../report/coverageText.ts";
import { checkWritable } from "./files.ts";
import { integerFrom, numberFrom, rationalFrom } from "./numbers.ts";
import { note, print, write } from "./output.ts";

const HELP = `
With D and q fixed, every hypothesis of the theorems about whole runs is an inequality between beta and l, where the batch size is n^beta and
the weight decay n^-l. The map shows where each theorem applies, where several do, and where none does.

Exit codes: 0 done, 2 bad input.`;

interface Options {
  readonly D: string;
  readonly q: string;
  readonly most?: string;
  readonly svg?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** Arguments, options and action of `adamcheck coverage`. */
export function coverageCommand(command: Command): void {
  command
    .option("--D <rational>", "d = n^D", "6")
    .option("--q <integer>", "power of the activation", "3")
    .option("--most <number>", "the largest l (default: past the last border)")
    .option("--svg <file>", "draw the map into a new file")
    .option("--force", "let --svg replace an existing file", false)
    .option("--json", "print JSON", false)
    .addHelpText("after", HELP)
    .action(async ({ D, q, most, svg, force, json }: Options) => {
      rationalFrom("--D", D);
      const power = integerFrom("--q", q, 3, 1000);
      const maps = coverage({ D, q: String(power), ...(most !== undefined && { most: numberFrom("--most", most) }) });
      if (svg !== undefined) {
        checkWritable(svg, force, "--svg");
        const [{ coverage: drawing }, { svgOf }] = await Promise.all([
          import("../report/figures/coverage.ts"),
          import("../report/figures/svg.ts"),
        ]);
        const command = `adamcheck coverage --D ${D} --q ${power} --svg ${svg}`;
        writeAside(svg, svgOf(drawing, { maps, D, q: power, command }));
        note(`map written to ${svg}`);
      }
      if (json) write(`${JSON.stringify({ D, q: power, maps })}\n`);
      else print(coverageText(maps));
    });
}
