import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { frequency } from "../../proofs-check/checks/frequency.ts";
import { proof } from "../../proofs-check/checks/proof.ts";
import { property } from "../../proofs-check/checks/property.ts";
import { scaling } from "../../proofs-check/checks/scaling.ts";
import { trend } from "../../proofs-check/checks/trend.ts";
import { meeting, unmetBy } from "../../proofs-check/meeting.ts";
import { namedNumbers } from "../../src/cli/namedValues.ts";
import { audit } from "../../src/library/audit.ts";
import { check } from "../../src/library/check/check.ts";
import { dynamics } from "../../src/library/dynamics.ts";
import { mergeSweeps } from "../../src/library/mergeSweeps.ts";
import { order } from "../../src/library/order.ts";
import { phase } from "../../src/library/phase.ts";
import { report } from "../../src/library/report.ts";
import { reproduce } from "../../src/library/reproduce.ts";
import { summary } from "../../src/library/summary.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { newFolder } from "../helpers/newFolder.ts";

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 2, testSize: 20 };

/** A call without its types, as a script makes it. */
const loose = (call: (...given: any[]) => unknown) => call;

async function messageOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
}

describe("one name stands for a list of one", () => {
  it.each([
    [() => reproduce("table9"), /^target must be one of .*, but is "table9"; did you mean "table1"\?$/],
    [() => check("thm-41"), /^claim must be .*, but is "thm-41"; did you mean "thm-4.1"\?$/],
    [() => mergeSweeps(join(newFolder(), "none"), { out: newFolder() }), /none/],
  ])("%s", async (call, message) => {
    expect(await messageOf(call)).toMatch(message);
  });
});

describe("what is forgotten is asked for in a sentence", () => {
  it.each([
    [loose(report), "folder must be a text, but is missing; name the folder to report on"],
    [loose(summary), "folder must be a text, but is missing; name the folder of a sweep"],
    [
      () => mergeSweeps([], { out: "x" }),
      "folders must be the folder of a sweep or several, each a text, but is []; name one",
    ],
    [
      () => loose(mergeSweeps)(undefined, { out: "x" }),
      "folders must be the folder of a sweep or several, each a text, but is missing; name one",
    ],
    [() => loose(mergeSweeps)("x"), "out must name a folder, but is missing; add it"],
    [() => loose(reproduce)(7), /^target must be one of .*, but is 7; correct it$/],
    [() => loose(check)(null), "a claim must be an object, but is null; see docs/guides/your-own-claim.md"],
    ...[property, proof, trend, frequency, scaling].flatMap((make): [() => unknown, string][] => [
      [loose(make), `what ${make.name} is given must be an object, but is missing; give it a name, ...`],
      [
        () => loose(make)({ name: "" }),
        `name of a ${make.name} must be a text, but is ""; say what is ${{ property: "tested", proof: "argued", trend: "counted", frequency: "counted", scaling: "measured" }[make.name]}`,
      ],
    ]),
    [
      () => loose(proof)({ name: "x", prove: 3 }),
      "prove of proof x must be a function, but is 3; it carries the argument out",
    ],
    [loose(meeting), "what meeting is given must be an object, but is missing; name hypotheses, optimizer and epochs"],
    [
      () => loose(meeting)({ hypotheses: "moment-ratio" }),
      'hypotheses must be a list of names, but is "moment-ratio"; hypothesesOf gives those of a theorem',
    ],
    [
      () => loose(meeting)({ hypotheses: ["moment-rate"] }),
      /^hypotheses must name one of .*, but is "moment-rate"; did you mean "moment-ratio"\?$/,
    ],
    [() => loose(meeting)({ hypotheses: [] }), 'optimizer must be a name, but is missing; name one, such as "adam"'],
    [
      () => loose(meeting)({ hypotheses: [], optimizer: "adam" }),
      "epochs must be a function, but is missing; it says how long a run is",
    ],
    [
      () => loose(meeting)({ hypotheses: [], optimizer: "adam", n: [], epochs: () => 1 }),
      "n must be a list of integers, but is []; correct it or leave it out",
    ],
    [loose(unmetBy), "hypotheses must be a list of names, but is missing; hypothesesOf gives those of a theorem"],
    [
      () => loose(unmetBy)(["moment-ratio"]),
      "part must be a run with setting, optimizer and batchSize, but is missing; meeting draws such runs",
    ],
  ] as [() => unknown, string | RegExp][])("%s", async (call, message) => {
    const said = await messageOf(() => call());
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
  });
});

describe("what is misspelt is told what was meant", () => {
  it.each([
    [() => check([], { optimizer: "adma", cases: 1 }), /^optimizer must be .*, but is "adma"; did you mean "adam"\?$/],
    [() => dynamics({ ...RUN, method: "gramm" }), /^method must be .*, but is "gramm"; did you mean "gram"\?$/],
    [() => order("eta", { set: { power: 1 } }), /^an exponent must be .*, but is "power"; correct its name$/],
    [() => order("eta", { set: { logsigmap: 1 } }), /^an exponent must be .*; did you mean "logSigmaP"\?$/],
    [() => phase({ preset: "tiny", x: "weightdecay" }), /^an axis must be .*; did you mean "weightDecay"\?$/],
    [
      () => phase({ plan: { base: RUN, axes: { lr: [1, 2], weightDecay: [1, 2] }, seeds: 1 }, x: "weightdecay" }),
      /^an axis of the diagram must be one of the plan's, lr, weightDecay, but is "weightdecay"; did you mean "weightDecay"\?$/,
    ],
    [
      () => phase({ plan: { base: RUN, axes: { lr: [1, 2], batchsize: [1, 2] }, seeds: 1 } as never }),
      /^axes must name .*, but names "batchsize"; did you mean "batchSize"\?$/,
    ],
    [
      () => audit(RUN, { constants: { "support-sise": 2 } }),
      /^constants must name one of .*, but is "support-sise"; did you mean "support-size"\?$/,
    ],
    [
      () => namedNumbers("--constant", ["nosie-l1=2"], "noise-l1=2", ["noise-l1"]),
      /^--constant must name one of noise-l1, but is "nosie-l1"; did you mean "noise-l1"\?$/,
    ],
    [
      () => namedNumbers("--constant", ["noise-l1=0"], "noise-l1=2", ["noise-l1"]),
      /^noise-l1 must be a finite number > 0, but is "0"; correct it$/,
    ],
  ])("%s", async (call, message) => {
    expect(await messageOf(call)).toMatch(message);
  });
});
