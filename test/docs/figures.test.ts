import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { figure, simulate } from "../../src/index.ts";
import { likeFigure } from "../report/figures/golden.ts";

interface Listed {
  readonly file: string;
  readonly figure: string;
  readonly from?: string;
  readonly run?: string;
}

const HERE = process.cwd();
const LISTED: readonly Listed[] = JSON.parse(readFileSync("scripts/figures.json", "utf8"));
afterAll(() => process.chdir(HERE));

it.each(LISTED.map((each) => [each.file, each] as const))(
  "docs/figures/%s is what npm run figures draws, light and dark",
  async (file, listed) => {
    const { figure: name, from, run } = listed;
    const source = from ?? basename(run as string);
    process.chdir(HERE);
    if (run !== undefined) {
      const result = await simulate(JSON.parse(readFileSync(run, "utf8")));
      process.chdir(mkdtempSync(join(tmpdir(), "adamcheck-")));
      writeFileSync(source, JSON.stringify(result));
    }
    for (const [ground, dark] of [
      ["", false],
      ["-dark", true],
    ] as const) {
      const { svg } = await figure(name, { from: source, dark });
      const kept = readFileSync(join(HERE, `docs/figures/${file}${ground}.svg`), "utf8");
      expect(likeFigure(kept, svg), `docs/figures/${file}${ground}.svg is another: npm run figures`).toBe(true);
    }
  },
);
