import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/setting/wordsOf.ts";
import { adamcheckIn, type Ended, programIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { noPandas, pythonWithPandas } from "../helpers/python.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const GUIDES = join(ROOT, "docs/guides");
/** Guides with tests of their own. */
const OTHERS = ["planted-bugs.md", "your-own-claim.md"];
/** What is said to be done before, or does not end by itself; other tests do it. */
const NOT_HERE = ["npm install adamcheck", "npx adamcheck explore"];

interface Block {
  readonly language: string;
  readonly text: string;
  /** The file as which the text before it says to save it. */
  readonly file: string | undefined;
}

/** The fenced blocks of a guide, in order. */
function blocksOf(guide: string): Block[] {
  const parts = readFileSync(join(GUIDES, guide), "utf8").split("```");
  return parts.flatMap((part, k) => {
    if (k % 2 === 0) return [];
    const [language = "", ...lines] = part.split("\n");
    const [, file] = /Save this as `([^`]+)`:\s*$/.exec(parts[k - 1] as string) ?? [];
    return [{ language, text: lines.join("\n"), file }];
  });
}

async function ran(folder: string, line: string): Promise<Ended | undefined> {
  const words = wordsOf(line, "a line of a guide");
  if (line.startsWith("npx adamcheck ")) return adamcheckIn(folder, ...words.slice(2));
  const [program = "", ...args] = words;
  if (program === "python3") return noPandas ? undefined : programIn(folder, pythonWithPandas as string, ...args);
  if (program !== "node") return programIn(folder, program, ...args);
  // Not there for the commands: in this process a file would load the package beside the one that loads the file.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/adamcheck"));
  return programIn(folder, process.execPath, ...args).finally(() =>
    rmSync(join(folder, "node_modules"), { recursive: true }),
  );
}

/** As it is read: no matter how wide the terminal is. */
const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

const guides = readdirSync(GUIDES).filter((name) => !OTHERS.includes(name));

describe.each(guides)("the guide %s", (guide) => {
  const blocks = blocksOf(guide);

  it("has files and commands that work in their order, and print what it says", { timeout: 180000 }, async () => {
    const folder = newFolder();
    let printed = "";
    let commands = 0;
    for (const { language, text, file } of blocks) {
      if (file !== undefined) writeFileSync(join(folder, file), text);
      if (language === "console") {
        printed = "";
        for (const line of text
          .trim()
          .split("\n")
          .filter((one) => !NOT_HERE.includes(one))) {
          const ended = await ran(folder, line);
          if (ended) expect([line, ended.code, ended.code === 0 ? "" : ended.stderr]).toEqual([line, 0, ""]);
          printed += plain(ended?.stdout ?? "");
          commands++;
        }
      }
      if (language === "text") {
        for (const line of text.trim().split("\n")) expect(printed).toContain(plain(line));
      }
    }
    expect(commands).toBeGreaterThan(0);
  });

  it("has no code that is not saved or run here, but what takes long or is for other machines and programs", () => {
    const loose = blocks.filter(({ language, file }) => file === undefined && !["console", "text"].includes(language));
    expect(loose.filter(({ language }) => !["sh", "latex"].includes(language))).toEqual([]);
  });

  it("leads to files that are there", () => {
    const text = readFileSync(join(GUIDES, guide), "utf8");
    for (const [, place = ""] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      expect(() => readFileSync(join(dirname(join(GUIDES, guide)), place)), place).not.toThrow();
    }
  });
});
