import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;
const adamcheck = (...args: string[]) => adamcheckIn(folder, "order", ...args);

beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck order", () => {
  it("keeps the columns of its help apart", async () => {
    const { code, stdout } = await adamcheck("--help");
    expect(code).toBe(0);
    for (const row of ["sigma0  standard deviation of the initial weights  d^(-1/4)", "beta       B = n^beta"]) {
      expect(stdout).toContain(`\n  ${row}`);
    }
  });

  it("shows the order of a formula, and with --json its LaTeX", async () => {
    const { code, stdout, stderr } = await adamcheck("sigma0^(q-2)*sigmaP/n", "--set", "D=6", "q=3");
    expect([code, stderr]).toEqual([0, ""]);
    // -6/4 - (6/2 - 2)/2 - 1 = -3
    expect(stdout).toContain("n^(-3) (log n)^(-1/2)");
    expect(
      JSON.parse((await adamcheck("n*T", "--json", "--define", "T=n^2/eta", "--set", "powerEta=l")).stdout),
    ).toEqual({
      bounds: [{ formula: "n*T", latex: "n T", order: "n^(l + 3)" }],
    });
  });

  it("exits with 1 where a statement fails in the whole domain, and with 0 where it depends", async () => {
    const fails = await adamcheck("sigma0 = omega(1)");
    expect([fails.code, fails.stderr]).toEqual([1, ""]);
    expect(fails.stdout).toMatch(/^fails: sigma0 = omega\(1\), everywhere\nbecause: exponents of n: -1\/4 D < 0/);
    const depends = await adamcheck("s*sigmaP = omega(n/B)");
    expect(depends.code).toBe(0);
    expect(depends.stdout).toMatch(/^depends: s\*sigmaP = omega\(n\/B\), where beta \+ 1\/4 D > 2\n/);
    expect(depends.stdout).toMatch(/^ {2}D > 4 +d = n\^D\n {2}0 <= beta <= 1 +B = n\^beta$/m);
  });

  it("reads a file of bounds with comments, and decides Corollary 4.6 in it", async () => {
    writeIn(
      folder,
      "bounds.txt",
      "\uFEFF# Corollary 4.6\r\n\r\n  # and one formula\r\nsigma0^(q-2) = o(min(B^2/n, 1))\r\nlog(1/eps)\r\n",
    );
    const { code, stdout, stderr } = await adamcheck("--file", "bounds.txt", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).bounds).toMatchObject([
      {
        statement: "sigma0^(q-2) = o(min(B^2/n, 1))",
        verdict: "holds",
        region: "everywhere",
        domain: ["D > 4", "q >= 3", "0 <= beta <= 1"],
      },
      { formula: "log(1/eps)", order: "log n" },
    ]);
  });

  it("compares a formula to another by every relation, which is no failure", async () => {
    const { code, stdout } = await adamcheck("n", "--compare", "n*log(n)");
    expect(code).toBe(0);
    expect(stdout.match(/│ holds/g)).toHaveLength(5);
    expect(stdout.match(/│ fails/g)).toHaveLength(5);
  });

  it.each([
    [["n*foo"], /^error: the formula "n\*foo" must use known symbols .* at position 3; /],
    [["n", "--set", "D=3"], /^error: D must satisfy D > 4, but is "3"; change it$/m],
    [["n", "--set", "D"], /^error: --set must be name=value, such as D=6, but is "D"; correct it$/m],
    [
      ["n", "--define", "s=1/n"],
      /^error: s must be Omega\(1\) somewhere in the domain of the exponents, but is n\^\(-1\); /,
    ],
    [["n", "--define", "B=n^2"], /^error: B must be O\(n\) somewhere .*, but is n\^2; /],
    [[], /^error: order must be given a bound, as an argument or in --file, but there is none; add one$/m],
    [["--file", "absent.txt"], /^error: absent.txt must be a readable file, but reading it gave ENOENT; /],
  ])("refuses %j with one line and exit code 2", async (args, message) => {
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });

  it("decides a statement in any names from --given alone: the answer, the derivation, what it is from", async () => {
    const { code, stdout, stderr } = await adamcheck("x = o(z)", "--given", "x = O(y)", "w = O(1)", "y = o(z)");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toEqual([
      ...["follows: x = o(z)", "because: x/z = (x/y)*(y/z) = O(1)*o(1) = o(1)"],
      ...["from:", "  [1] x = O(y)", "  [3] y = o(z)", ""],
    ]);
  });

  it("exits with 1 where it fails, with a scaling, is not decided, or hypotheses contradict each other", async () => {
    const fails = await adamcheck("x = o(y)", "--given", "x = O(y)");
    expect([fails.code, fails.stderr]).toEqual([1, ""]);
    expect(fails.stdout).toBe(
      "fails: x = o(y)\nfor: x = 1, y = 1\nwhich meets every hypothesis; there the left side is of order 1, the right side 1\n",
    );
    const unknown = await adamcheck("exp(x) = omega(1)", "--given", "x = omega(1)");
    expect([unknown.code, unknown.stdout.split("\n")[0]]).toEqual([1, "not decided: exp(x) = omega(1)"]);
    const absurd = await adamcheck("x = O(1)", "--given", "x = o(y)", "z = O(1)", "y = O(x)");
    expect(absurd.code).toBe(1);
    expect(absurd.stdout).toMatch(
      /^contradictory: 2 hypotheses contradict each other \(no fewer do\), so that anything follows/,
    );
    expect(absurd.stdout).toContain("  [1] x = o(y)\n  [3] y = O(x)\nbecause: 1 = (x/y)*(y/x) ");
  });

  it("reads LaTeX and Unicode, with places in what was typed", async () => {
    const { code, stdout } = await adamcheck("\\sigma_0^{q-2} \\ll \\frac{B^2}{n} \\wedge 1");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^holds: \\sigma_0\^\{q-2\} \\ll \\frac\{B\^2\}\{n\} \\wedge 1, everywhere\n/);
    const set = await adamcheck("σ₀ n = Θ(1)", "--define", "σ₀=n^{-1}", "--set", "β=1/2");
    expect(set.stdout).toMatch(/^holds: /);
    const wrong = await adamcheck("\\eta \\log n \\cdot \\foo");
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'error: the formula "\\eta \\log n \\cdot \\foo" must have commands of formulas, but has \\foo at position 19; write it otherwise\n',
    ]);
  });

  it("says from where on an inequality holds, or that it fails", async () => {
    const { code, stdout } = await adamcheck("9 sqrt(n) log n <= n/10", "--from");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^holds: 9 sqrt\(n\) log n <= n\/10, for every n >= 1\.6618e6 \(whole n: from 1661797 on\)\nleast of n: .*\nbecause: .*\nconfirmed in decimals at \d+ points\n$/,
    );
    const fails = await adamcheck("n <= log(n)^4", "--from", "--json");
    expect(fails.code).toBe(1);
    expect(JSON.parse(fails.stdout).bounds).toMatchObject([
      { verdict: "fails", bounds: { n: { at: "5503.67", side: "from" } }, sharp: ["n"], whole: "5504" },
    ]);
    const open = await adamcheck("n log n <= d", "--from");
    expect([open.code, open.stdout]).toEqual([
      1,
      "not decided: n log n <= d\nbecause: it is harder the more n grows, so no bounds of single symbols will do; define one by another (--define d=n^2)\n",
    ]);
    const both = await adamcheck("n <= d", "--from", "--given", "n = O(d)");
    expect([both.code, both.stderr]).toEqual([
      2,
      "error: --from must come without --given, but both are given; write the inequality with its constants\n",
    ]);
  });

  it("writes LaTeX of what is given, derived or broken", async () => {
    const { stdout } = await adamcheck("x = o(z)", "--given", "x = O(y)", "y = o(z)", "--format", "latex");
    expect(stdout.split("\n\n")).toEqual([
      "(1) Let $x = O\\left(y\\right)$.",
      "(2) Let $y = o\\left(z\\right)$.",
      [
        ...["Then $x = o\\left(z\\right)$:", "\\begin{align*}"],
        ...[
          "\\frac{x}{z} &= \\frac{x}{y} \\frac{y}{z} && \\text{by (1), (2)} \\\\",
          " &= O(1) \\cdot o(1) \\\\",
          " &= o(1)",
        ],
        ...["\\end{align*}", ""],
      ].join("\n"),
    ]);
    const fails = await adamcheck("x = o(y)", "--given", "x = O(y)", "--format", "latex");
    expect(fails.stdout.split("\n\n").at(-1)).toBe(
      "It does not follow that $x = o\\left(y\\right)$: take $x = 1, y = 1$.\n",
    );
  });

  it("knows hypotheses by name, cases, --define and --set with --given, and gives JSON", async () => {
    const given = ["--given", "conditions-A.1-A.2", "adamw-large-batch", "n/B = O(1) or n/B = O(s)"];
    const { code, stdout } = await adamcheck(
      "T = Omega(x^q)",
      ...given,
      "x = o(1)",
      "--define",
      "T=1",
      "--set",
      "q=3",
      "--json",
    );
    expect(code).toBe(0);
    const [claim] = JSON.parse(stdout).claims;
    expect(claim).toMatchObject({ claim: "T = Omega(x^q)", verdict: "follows", uses: [11] });
    expect(claim.given).toHaveLength(11);
    expect(claim.given.slice(8)).toEqual([
      "n/B = Theta(1) or n/B = o(s sigmaP)",
      "n/B = O(1) or n/B = O(s)",
      "x = o(1)",
    ]);
  });

  it.each([
    [
      ["x = o(y)", "--given", "adam-dekay"],
      /^error: a hypothesis must be a statement such as "s = O\(n\)" or the name of one, but is "adam-dekay"; did you mean "adam-decay"\?$/m,
    ],
    [["x", "--given", "x = O(y)"], /^error: a statement must be /],
    [
      ["x", "--given", "x = O(y)", "--compare", "y"],
      /^error: --given must come without --compare, but both are given; /,
    ],
    [
      ["x = O(y)", "--given", "x = O(y - z)"],
      /^error: the formula "y - z" must be a sum of positive terms .* at position 5; /,
    ],
  ])("refuses %j with one line and exit code 2", async (args, message) => {
    const { code, stdout, stderr } = await adamcheck(...args);
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });
});
