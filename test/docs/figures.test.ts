import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { drawListed, type Listed } from "../../scripts/drawListed.ts";
import { figure, simulate } from "../../src/index.ts";
import { likeFigure } from "../report/figures/golden.ts";

const root = process.cwd();
const LISTED: readonly Listed[] = JSON.parse(readFileSync("scripts/figures.json", "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "adamcheck-"));
afterAll(() => process.chdir(root));

it.each(LISTED.map((each) => [each.file, each] as const))(
  "%s is what npm run figures draws, light and dark",
  async (_, listed) => {
    for (const [path, { svg }] of await drawListed(listed, { root, scratch, figure, simulate })) {
      expect(likeFigure(readFileSync(join(root, path), "utf8"), svg), `${path} is another: npm run figures`).toBe(true);
    }
  },
);
