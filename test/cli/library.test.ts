import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import * as library from "../../src/index.ts";
import { commands } from "../helpers/commands.ts";

const RUN = { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 } as const;
const PLAN = { base: RUN, seeds: 1 };

type Call = (given: never) => unknown;

/** By command: the functions that it calls, of the one argument whose keys its options are. */
const CALLS: Readonly<Record<string, Readonly<Record<string, Call>>>> = {
  simulate: { simulate: (given) => library.simulate(RUN, given) },
  dynamics: {
    dynamics: (given) => library.dynamics(RUN, given),
    certify: (given) => library.certify(RUN, given),
  },
  compare: { compare: (given) => library.compare(RUN, given) },
  margins: { margins: (given) => library.margins(RUN, given) },
  images: { images: (given) => library.images(given), "images ": (given) => library.images({}, given) },
  decompose: { decompose: (given) => library.decompose(RUN, given) },
  study: { study: (given) => library.study("signs", given) },
  reproduce: { reproduce: (given) => library.reproduce([], given) },
  check: { check: (given) => library.check([], given) },
  sweep: { sweep: (given) => library.sweep(PLAN, given), previewSweep: (given) => library.previewSweep(PLAN, given) },
  worker: { work: (given) => library.work(given) },
  phase: { phase: (given) => library.phase(given), "phase ": (given) => library.phase({}, given) },
  merge: { mergeSweeps: (given) => library.mergeSweeps([], given) },
  export: { exportRuns: (given) => library.exportRuns("runs", given) },
  summary: { summary: (given) => library.summary("runs", given) },
  "compare-runs": { compareRuns: () => library.compareRuns([], []) },
  figure: { figure: (given) => library.figure("trajectory", given) },
  report: { report: (given) => library.report("runs", given) },
  papers: { papers: (given) => library.papers([], given) },
  presets: { presets: () => library.presets() },
  family: { family: (given) => library.family(given) },
  audit: { audit: (given) => library.audit(RUN, given) },
  thresholds: { thresholds: (given) => library.thresholds(given) },
  coverage: { coverage: (given) => library.coverage(given) },
  explore: { explore: (given) => library.explore(given) },
  order: {
    order: (given) => library.order("n", given),
    orderFrom: (given) => library.orderFrom("n <= n", given),
    follows: (given) => library.follows("n = O(n)", given),
  },
  proof: { checkProof: () => library.checkProof("given d = O(n)") },
};

/** Options that say how a result is shown or kept: a script has the result itself. */
const SHOWN = ["format", "json", "column"];
/** Options that other functions have, or that are a key of another name, of any command. */
const ELSEWHERE: Readonly<Record<string, string>> = { load: "load" };

/** Of these the function gives the result and writes nothing, so that a script writes it where it likes. */
const GIVEN = [
  "simulate",
  "dynamics",
  "compare",
  "papers",
  "presets",
  "family",
  "audit",
  "thresholds",
  "coverage",
  "order",
  "proof",
  "summary",
  "compare-runs",
  "margins",
  "images",
  "decompose",
];

const PRESET_RUN = ["preset", "optimizer", "lr", "weightDecay", "batchSize", "epochs", "seed"];
const OF_PRESET_RUN = ["simulate", "dynamics", "compare", "margins", "decompose", "audit"];

/** What else the library has under another name, by command and option: an export of the library, or a key of the command's function. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  simulate: { checkpointEvery: "checkpoint" },
  dynamics: { checkpointEvery: "checkpoint", certify: "certify" },
  check: { list: "claims" },
  sweep: { dryRun: "previewSweep", slurm: "slurmScript" },
  phase: { full: "coarse", svg: "figure", force: "figure" },
  figure: { list: "figures" },
  family: { D: "constants", q: "constants", weightDecay: "constants", constant: "constants" },
  audit: { constant: "constants" },
  coverage: { svg: "figure" },
  order: { from: "orderFrom" },
};

/** What a script does by itself, by command and option, and why that is enough. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dynamics: { threads: "1 alone, and hidden: told why where it is asked for more" },
  check: { brief: "how verdicts are shown", failOn: "the exit code; verdicts and grades are in the result" },
  sweep: { plan: "the name stands where the plan does: sweep(name, ...)", force: "slurmScript writes nothing" },
  report: { open: "shows the file that it has written" },
  order: { file: "bounds are a list" },
  proof: { watch: "a script checks the text again" },
};

/** Exports that no command calls: for scripts alone, or types' values. */
const FOR_SCRIPTS = [
  ...["InputError", "PRESETS", "studies", "arbitraries", "fc", "stepwise", "columns", "runs"],
  ...[
    "checkpointFile",
    "defineClaim",
    "defineActivation",
    "defineData",
    "defineEvent",
    "defineMetric",
    "defineOptimizer",
    "formulas",
    "oneStep",
    "frequency",
    "property",
    "proof",
    "scaling",
    "trend",
  ],
  ...["hypothesesOf", "meeting", "runOf", "unmetBy", "patchesOf"],
];

/** Whether a function takes a key: with one besides that nothing has, it names the first that it does not know. */
async function takes(call: Call, key: string): Promise<boolean> {
  const refused = await (async () => call({ [key]: undefined, "no-such-key": 1 } as never))().then(
    () => "nothing was refused",
    ({ message }: Error) => message,
  );
  const [, named] = /^(\S+) must be a known key /.exec(refused) ?? [];
  if (named !== key && named !== "no-such-key") throw new Error(`${key}: ${refused}`);
  return named !== key;
}

let all: Awaited<ReturnType<typeof commands>>;
beforeAll(async () => {
  all = await commands();
});

describe("what a command can do, the library can", () => {
  it("every command calls functions that are exported", () => {
    expect(Object.keys(CALLS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
    for (const name of Object.values(CALLS).flatMap(Object.keys)) expect(library).toHaveProperty(name.trim());
  });

  it("every export is behind a command, or for scripts alone", () => {
    const behind = [
      ...Object.values(CALLS).flatMap(Object.keys),
      ...Object.values(RENAMED).flatMap(Object.values<string>),
      ...Object.values(ELSEWHERE),
      "presetRun",
    ];
    const values = Object.keys(library);
    expect(values.filter((name) => !behind.includes(name) && !FOR_SCRIPTS.includes(name))).toEqual([]);
    expect(FOR_SCRIPTS.filter((name) => !values.includes(name))).toEqual([]);
  });

  it.each(COMMANDS.map(({ name }) => name))("every option of %s", async (name) => {
    const calls = Object.values(CALLS[name] ?? {});
    const taken = async (key: string) => (await Promise.all(calls.map((call) => takes(call, key)))).includes(true);
    for (const option of all.get(name)?.options ?? []) {
      const key = option.attributeName();
      const renamed = RENAMED[name]?.[key] ?? ELSEWHERE[key];
      const known =
        (renamed !== undefined && (Object.hasOwn(library, renamed) || (await taken(renamed)))) ||
        OWN[name]?.[key] !== undefined ||
        (SHOWN.includes(key) && name !== "export") ||
        (GIVEN.includes(name) && ["out", "force"].includes(key)) ||
        (OF_PRESET_RUN.includes(name) && PRESET_RUN.includes(key)) ||
        (name === "export" && key === "json") ||
        (await taken(key));
      expect([`${name} --${option.name()}`, known]).toEqual([`${name} --${option.name()}`, true]);
    }
  });

  it("no exception is stated that is none", () => {
    for (const [name, exceptions] of [...Object.entries(RENAMED), ...Object.entries(OWN)]) {
      const keys = (all.get(name)?.options ?? []).map((option) => option.attributeName());
      for (const key of Object.keys(exceptions)) expect([name, key, keys.includes(key)]).toEqual([name, key, true]);
    }
  });

  it("presetRun has what the options of a preset say", () => {
    const usual = { preset: "small" };
    const others = { preset: "tiny", optimizer: "sgd", lr: 2, weightDecay: 2, batchSize: 3, epochs: 3, seed: 5 };
    for (const key of PRESET_RUN) {
      const changed = library.presetRun({ ...usual, [key]: others[key as keyof typeof others] });
      expect([key, JSON.stringify(changed) === JSON.stringify(library.presetRun(usual))]).toEqual([key, false]);
    }
  });

  it("a key that is not taken is seen", async () => {
    expect(await takes((given) => library.simulate(RUN, given), "engine")).toBe(true);
    expect(await takes((given) => library.simulate(RUN, given), "motor")).toBe(false);
  });
});

describe("options", () => {
  /** What an option may be of, by name: one or several, a file or a folder; of anything else there is one form. */
  const FORMS: Readonly<Record<string, readonly string[]>> = {
    "--batch-size": ["<integer>", "<list>"],
    "--q": ["<integer>", "<list>"],
    "--D": ["<number>", "<rational>"],
    // Of order it asks from where on a bound holds.
    "--from": ["", "<path>"],
    "--out": ["<file>", "<folder>"],
  };

  it("have one name, and take one kind of value, in every command", () => {
    const forms = new Map<string, Set<string>>();
    for (const { flags } of [...all.values()].flatMap(({ options }) => options)) {
      const [name = "", value = ""] = flags.split(" ");
      forms.set(name, (forms.get(name) ?? new Set()).add(value));
    }
    for (const [name, found] of forms) {
      expect([name, [...found].sort()]).toEqual([name, FORMS[name] ?? [[...found][0]]]);
    }
  });

  it("--format and --json come together", () => {
    for (const [name, { options }] of all) {
      const known = options.map((option) => option.name());
      // A figure's format is that of the file's name.
      if (name !== "figure") expect([name, known.includes("json")]).toEqual([name, known.includes("format")]);
    }
  });
});
