import { beforeEach, describe, expect, it } from "vitest";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;

beforeEach(() => {
  folder = newFolder();
});

const check = (...args: string[]) => adamcheckIn(folder, "check", "./lemma.ts", "--cases", "1", "--jobs", "1", ...args);

/** A claim that holds, and one whose outcome is as given, on line 4. */
const lemma = (outcome: string, top = "") => `import { defineClaim, frequency } from "adamcheck";
${top}
const sound = frequency({ name: "sound", about: "", claimed: [0, 1], outcome: () => true, least: 1 });
const other = frequency({ name: "other", about: "", claimed: [0, 1], outcome: ${outcome}, least: 1 });
const claim = { kind: "rate" as const, statement: "s" };
export default [
  defineClaim({ ...claim, id: "one", checks: [sound] }),
  defineClaim({ ...claim, id: "two", checks: [other] }),
];
`;

describe("a broken claim of a user's own", () => {
  it.each([
    ["() => 0.7", "outcome must return true, false or null, but returned 0.7; correct it"],
    ["() => { throw new Error('no such luck'); }", 'it threw "no such luck"; correct it'],
    [
      "() => Math.random() < 0.5",
      "it must depend on its seed alone, but calls Math.random; draw from the seed it is given",
    ],
  ])("%s: exit code 2 with file, line and check, and the verdict on the other claim", async (outcome, sentence) => {
    writeIn(folder, "lemma.ts", lemma(outcome));
    const { code, stdout, stderr } = await check("--brief");
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ./lemma.ts:4: check "other" of claim two, case 0: ${sentence}`);
    expect(stdout).toMatch(/^one .*holds at chosen sizes/m);
    expect(stdout).toMatch(/^two .*no verdict: a check is broken/m);
  });

  it("a file that calls Math.random while it loads is refused, and one that keeps it for later is found out", async () => {
    writeIn(folder, "lemma.ts", lemma("() => true", "const shift = Math.random();"));
    const loaded = await check("--brief");
    expect([loaded.code, loaded.stdout]).toEqual([2, ""]);
    expect(loaded.stderr).toContain("./lemma.ts:2: it must depend on its seed alone, but calls Math.random");
    writeIn(folder, "lemma.ts", lemma("() => random() < 0.5", "const { random } = Math;"));
    const { code, stderr } = await check("--brief");
    expect(code).toBe(2);
    expect(stderr).toContain('check "other" of claim two, case 0: it must depend on its seed alone, but calls Math');
  });

  it("a case that fails and is long shrunk is a counterexample, however long all of that takes", async () => {
    const claim = `import { defineClaim, property } from "adamcheck";
import fc from "fast-check";
const wait = (x: number) => { const end = performance.now() + 60; while (performance.now() < end); return x < 1e6 ? undefined : "large"; };
const slow = property({ name: "slow", about: "", cases: fc.integer({ min: 2 ** 30, max: 2 ** 31 - 1 }), violation: wait, least: 1 });
export default defineClaim({ id: "x", kind: "rate", statement: "s", checks: [slow] });
`;
    writeIn(folder, "lemma.ts", claim);
    const { code, stdout } = await check("--brief", "--timeout", "1s");
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^x .*contradicted/m)]);
  });

  it("a remembered case that is judged without end, or not at all any more, is named as a case is", async () => {
    const property = (violation: string) => `import { defineClaim, property } from "adamcheck";
import fc from "fast-check";
const below = property({ name: "below", about: "", cases: fc.nat(), violation: ${violation}, least: 1 });
const sound = property({ name: "sound", about: "", cases: fc.nat(), violation: () => undefined, least: 1 });
const claim = { kind: "rate" as const, statement: "s" };
export default [
  defineClaim({ ...claim, id: "one", checks: [below] }),
  defineClaim({ ...claim, id: "two", checks: [sound] }),
];
`;
    writeIn(folder, "lemma.ts", property('(x) => (x < 7 ? undefined : "large")'));
    expect((await check("--brief", "--out", "out")).code).toBe(1);
    writeIn(folder, "lemma.ts", property("(x) => { while (x === 7); return undefined; }"));
    const endless = await check("--brief", "--out", "out", "--timeout", "1s");
    expect(endless.code).toBe(2);
    expect(endless.stderr).toContain(
      './lemma.ts:3: check "below" of claim one, a remembered case: it took longer than 1 s',
    );
    expect(endless.stdout).toMatch(/^two .*holds wherever tested/m);
    writeIn(folder, "lemma.ts", property("async () => { throw new Error('x'); }"));
    const promise = await check("--brief", "--out", "out");
    expect(promise.code).toBe(2);
    expect(promise.stderr).toContain('./lemma.ts:3: check "below" of claim one, a remembered case: ');
    expect(promise.stderr).not.toMatch(/^ +at /m);
  });

  it("an endless case is ended and named, with how to find it again; the others go on", async () => {
    writeIn(folder, "lemma.ts", lemma("() => { for (;;); }"));
    const { code, stdout, stderr } = await check("--brief", "--timeout", "1s");
    expect(code).toBe(2);
    expect(stderr).toContain(
      './lemma.ts:4: check "other" of claim two, case 0: it took longer than 1 s; repeat it with adamcheck check ./lemma.ts --seed 1 --cases 1, or give it more with --timeout',
    );
    expect(stdout).toMatch(/^one .*holds at chosen sizes/m);
  });

  it.each([
    [
      "for (;;);",
      "must load, but did not within 10 s; look for a loop or an await without an end outside its functions",
    ],
    ["await new Promise(() => {});", "must load, but ended before it had; take out what ends the process"],
    ["process.exit(0);", "must load, but ended before it had; take out what ends the process"],
  ])("a file that never loads is refused: %s", async (top, sentence) => {
    writeIn(folder, "lemma.ts", lemma("() => true", top));
    const { code, stdout, stderr } = await check("--timeout", "1s");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`./lemma.ts ${sentence}`);
  });
});
