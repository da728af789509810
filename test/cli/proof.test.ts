import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { adamcheckIn, MAIN, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;
const adamcheck = (...args: string[]) => adamcheckIn(folder, "proof", ...args);

beforeEach(() => {
  folder = newFolder();
});

const GIVEN = "# what is known\ngiven A: x = O(y)\ngiven B: y = o(z)\n";
const GOOD = `${GIVEN}show C: x = o(z)\n`;
const BAD = `${GIVEN}show C: x = o(y)\nshow D: x = o(z)\n`;

describe("adamcheck proof", () => {
  it("prints each step with what it uses, and exits with 0", async () => {
    writeIn(folder, "good.proof", GOOD);
    const { code, stdout, stderr } = await adamcheck("good.proof");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toEqual([
      ...["holds: its one step is as it says", "", "# what is known", "given A: x = O(y)", "given B: y = o(z)"],
      ...["show C: x = o(z)", "    because: x/z = (x/y)*(y/z) = O(1)*o(1) = o(1)", "    by A, B", ""],
    ]);
  });

  it("ends at the first step that is not so, with a scaling, and exits with 1", async () => {
    writeIn(folder, "bad.proof", BAD);
    const { code, stdout, stderr } = await adamcheck("bad.proof");
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^line 4: x = o\(y\) does not follow \(step 1 of 2\)\n/);
    expect(stdout).toContain("show C: x = o(y)  <- not so\n    for: x = 1/log(n), y = 1/log(n), z = 1\n");
    expect(stdout).not.toContain("show D");
  });

  it("writes Markdown, LaTeX and JSON", async () => {
    writeIn(folder, "good.proof", GOOD);
    expect((await adamcheck("good.proof", "--format", "markdown")).stdout).toBe(
      [
        ...[
          "what is known",
          "",
          "- **A** `x = O(y)`",
          "- **B** `y = o(z)`",
          "",
          "**C** Then `x = o(z)`, by A, B.",
          "",
          "```",
        ],
        ...["because: x/z = (x/y)*(y/z) = O(1)*o(1) = o(1)", "```", "", "*holds: its one step is as it says*", ""],
      ].join("\n"),
    );
    expect((await adamcheck("good.proof", "--format", "latex")).stdout.split("\n\n").at(-1)).toBe(
      [
        ...["\\textbf{C} Then $x = o\\left(z\\right)$:", "\\begin{align*}"],
        ...[
          "\\frac{x}{z} &= \\frac{x}{y} \\frac{y}{z} && \\text{by A, B} \\\\",
          " &= O(1) \\cdot o(1) \\\\",
          " &= o(1)",
        ],
        ...["\\end{align*}", ""],
      ].join("\n"),
    );
    const { lines, ...rest } = JSON.parse((await adamcheck("good.proof", "--json")).stdout);
    expect(rest).toEqual({ holds: true, steps: 1, of: 1 });
    expect(lines.at(-1)).toMatchObject({ kind: "show", line: 4, name: "C", uses: ["A", "B"], holds: true });
  });

  it("refuses what it cannot read in one line, and exits with 2", async () => {
    writeIn(folder, "odd.proof", "given x = O(y\n");
    const { code, stdout, stderr } = await adamcheck("odd.proof");
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(/^error: line 1: a statement must be /);
    expect((await adamcheck("-", "--watch")).stderr).toMatch(/^error: --watch must be of a file that is printed/);
  });

  it("checks a file again whenever it changes, also one that cannot be read in between", async () => {
    writeIn(folder, "p.proof", GOOD);
    const child = spawn(process.execPath, [MAIN, "proof", "p.proof", "--watch"], { cwd: folder });
    onTestFinished(() => void child.kill("SIGKILL"));
    let heard = "";
    const hears = async (text: string) => {
      while (!heard.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    child.stdout.on("data", (data) => {
      heard += data;
    });
    child.stderr.on("data", (data) => {
      heard += data;
    });
    await hears("holds: its one step");
    writeIn(folder, "p.proof", "show\n");
    await hears("error: line 1 of a proof must begin with");
    writeIn(folder, "p.proof", BAD);
    await hears("line 4: x = o(y) does not follow");
    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
  });
});
