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
});
