import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;

const adamcheck = (...args: string[]) => adamcheckIn(folder, ...args);

beforeEach(() => {
  folder = newFolder();
});

describe("adamcheck audit", () => {
  it("takes a run file, and prints words or JSON without a null where a number is promised", async () => {
    writeIn(folder, "run.json", {
      preset: "tiny",
      optimizer: { name: "adam", lr: 0.01, weightDecay: 0.01 },
      batches: [[0, 1, 2], [3]],
    });
    const words = await adamcheck("audit", "run.json");
    expect([words.code, words.stderr]).toEqual([0, ""]);
    expect(words.stdout).toMatch(/^ {2}a {2}Theorem 4\.1 \(does not apply\): large-batch Adam ends /m);
    const { code, stdout } = await adamcheck("audit", "run.json", "--json", "--constant", "sparse-noise=3");
    expect([code, stdout.includes("null")]).toEqual([0, false]);
    const found = JSON.parse(stdout);
    expect(found.run).toMatchObject({ network: "cnn", batchSize: 3 });
    // n s^2 sigmaP/d = 6 9 0.5/12 = 2.25.
    expect(found.hypotheses.find(({ name }: { name: string }) => name === "sparse-noise")).toMatchObject({
      ratio: 2.25,
      needs: "<= 3",
      holds: true,
    });
  });

  it("takes a preset with the papers' optimizers", async () => {
    const { stdout } = await adamcheck(
      "audit",
      "--preset",
      "paper",
      "--optimizer",
      "adamw",
      "--batch-size",
      "2",
      "--json",
    );
    expect(JSON.parse(stdout).run).toMatchObject({
      batchSize: 2,
      seed: 1,
      optimizer: { name: "adamw", lr: 5e-5, weightDecay: 0.01 },
    });
  });
});

describe("adamcheck thresholds", () => {
  it("takes the setting of a run of a wider model, of any size, and says which key has no derivation", async () => {
    const setting = { n: 8, d: 1e12, s: 4, sigmaP: 0.5, alpha: 0, m: 1, q: 2, sigma0: 0.1, mu: 3, patches: 4 };
    const run = { setting, optimizer: { name: "adam", lr: 0.1 }, batchSize: 8, epochs: 1, method: "active-set" };
    writeIn(folder, "wide.json", run);
    const { code, stdout, stderr } = await adamcheck("thresholds", "wide.json", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    // q = 2: mu^2 p = 9/2 for half of the starts and more, those with u > 0 (quantiles of one normal above 1/2).
    const { thresholds } = JSON.parse(stdout);
    expect(thresholds[0]).toMatchObject({ threshold: "feature", explicit: { low: 0, high: 4.5 } });
    expect(thresholds.map(({ threshold }: { threshold: string }) => threshold)).not.toContain("window from");
    writeIn(folder, "linear.json", {
      ...run,
      network: "linear",
      setting: { ...setting, mu: undefined, patches: undefined },
    });
    expect((await adamcheck("thresholds", "linear.json")).stderr).toBe(
      'error: network must be "cnn" for thresholds, which are of an activation\'s power, but is "linear"; correct it\n',
    );
    for (const [key, value] of Object.entries({ basis: "rotated", xor: true, activation: "leakyRelu" })) {
      writeIn(folder, "beyond.json", { ...run, setting: { ...setting, d: 99, [key]: value } });
      const refused = await adamcheck("thresholds", "beyond.json");
      expect([refused.code, refused.stdout]).toEqual([2, ""]);
      expect(refused.stderr).toMatch(
        new RegExp(`^error: setting\\.${key} must be .* for thresholds, .*; correct it\n$`),
      );
    }
  });

  it("draws the table in every format", async () => {
    const formats = ["text", "md", "csv", "latex", "json"];
    const outputs = await Promise.all(
      formats.map((format) => adamcheck("thresholds", "--preset", "tiny", "--D", "13/2", "--format", format)),
    );
    expect(outputs.map(({ code, stderr }) => [code, stderr])).toEqual(formats.map(() => [0, ""]));
    const [text, md, csv, latex, json] = outputs.map(({ stdout }) => stdout) as [
      string,
      string,
      string,
      string,
      string,
    ];
    expect(text).toMatch(/│ 6 │ 3 │ 6 +│ adam +│ feature +│ n\^\(-13\/8\) +│/);
    expect(md).toContain("| 6 | 3 | 6 | adamw | window to | 1 | 1 |\n");
    expect(csv).toContain("\r\n6,3,6,adamw,window to,1,1,1,1,,,,,\r\n");
    expect(latex).toMatch(
      /^% \\usepackage\{booktabs\}\n\\begin\{table\}[^]*Every row: \$n = 6\$, \$q = 3\$\.[^]*\\end\{table\}\n$/,
    );
    expect(JSON.parse(json).thresholds[0]).toMatchObject({ n: 6, threshold: "feature", order: "n^(-13/8)" });
  });

  it("takes the family at rational D, with powers and batches", async () => {
    const { code, stdout } = await adamcheck(
      ...["thresholds", "--family", "--n", "8,16", "--D", "13/2", "--q", "3,4", "--batch-size", "16", "--json"],
    );
    expect(code).toBe(0);
    const rows = JSON.parse(stdout).thresholds as { n: number; q: number; batchSize: number }[];
    expect(new Set(rows.map(({ n, q, batchSize }) => `${n} ${q} ${batchSize}`))).toEqual(
      new Set(["16 3 16", "16 4 16"]),
    );
  });

  it("trains with --empirical", async () => {
    const { code, stdout } = await adamcheck(
      ...[
        "thresholds",
        "--preset",
        "tiny",
        "--empirical",
        "--seeds",
        "1",
        "--epochs",
        "5",
        "--lr",
        "0.1",
        "--format",
        "csv",
      ],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/\r\n6,3,6,adam,feature,.*,1\r\n/);
  });
});

describe("adamcheck coverage", () => {
  it("prints the map, draws it, and leaves an existing file alone without --force", async () => {
    const first = await adamcheck("coverage", "--D", "13/2", "--out", "a map.svg");
    expect([first.code, first.stderr]).toEqual([0, "figure written to a map.svg\n"]);
    expect(first.stdout).toMatch(/│ adam +│ Theorem 4\.1 +│ beta = 1 and l > 13\/4 +│/);
    const svg = readFileSync(join(folder, "a map.svg"), "utf8");
    expect(svg).toContain("Where the theorems apply: d = n^13/2, q = 3");
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(" ");
    expect(texts.replaceAll(/&#160;|\s+/g, " ")).toContain("adamcheck coverage --D 13/2 --q 3 --out 'a map.svg'");
    const { code, stderr } = await adamcheck("coverage", "--out", "a map.svg");
    expect([code, stderr]).toEqual([
      2,
      "error: --out must be a new file, but a map.svg exists; choose another name, or replace it with force (--force)\n",
    ]);
    expect(readFileSync(join(folder, "a map.svg"), "utf8")).toBe(svg);
    const json = JSON.parse((await adamcheck("coverage", "--q", "4", "--json")).stdout);
    expect([json.D, json.q, json.maps.length]).toEqual(["6", 4, 3]);
  });
});

describe("bad input", () => {
  it.each([
    ["audit", /^error: audit must be given a run file or --preset, but has neither/],
    ["audit run.json --preset paper", /^error: --preset must stand alone, but "run\.json" already says it/],
    ["audit --preset nope", /^error: --preset must be one of paper, .*, but is "nope"/],
    ["audit --preset nope --batch-size 3", /^error: --preset must be one of paper, .*, but is "nope"/],
    ["audit --preset paper --optimizer constructor", /^error: optimizer\.name must be one of .*, but is "constructor"/],
    ["audit --preset paper --constant __proto__=1", /^error: --constant must name one of support-size, .*"__proto__"/],
    [
      "thresholds",
      /^error: thresholds must be given one of a run file, --preset and --family, but has several or none/,
    ],
    ["thresholds --family --n 8.5", /^error: --n must be an integer >= 8 \(below 2\^53\), but is "8\.5"/],
    ["thresholds --preset paper --q 1001", /^error: --q must be an integer from 2 to 1000, but is "1001"/],
    ["thresholds --preset paper --batch-size 1e9", /^error: a batch size must be at most n = 200, but all are above/],
    ["thresholds --preset paper --D foo", /^error: --D must be a number or fraction such as 6, 6\.5 or 13\/2, but/],
    ["thresholds --preset paper --eps -1", /^error: --eps must be a finite number >= 0, but is "-1"/],
    ["thresholds --preset paper --seeds 1-3", /^error: --seeds must come with --empirical, but stands alone/],
    ["thresholds --preset paper --empirical --epochs 5,6", /^error: --epochs must be a decimal number, but is "5,6"/],
    ["thresholds --preset paper-disjoint --n 1000", /^error: setting\.s must be at most \(d - 1\)\/n = 20 where/],
    ["thresholds --preset paper --format xml", /^error: --format must be one of text, md, csv, latex, json, but/],
    ["coverage --D 4", /^error: --D must satisfy D > 4, but is "4"/],
    ["coverage --D 6/0", /^error: --D must be a number or fraction such as 6, 6\.5 or 13\/2, but is "6\/0"/],
    ["coverage --q 3.5", /^error: --q must be an integer from 3 to 1000, but is "3\.5"/],
    ["coverage --out .", /^error: --out must be a file, but \. is a folder/],
    ["coverage --svg a.svg", /^error: --svg must be --out, which draws .*; write --out a\.svg$/m],
  ])("%s is refused with one sentence and exit code 2", async (line, message) => {
    const { code, stdout, stderr } = await adamcheck(...line.split(" "));
    expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
    expect(stderr).toMatch(message);
  });
});
