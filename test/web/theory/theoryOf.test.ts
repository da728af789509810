import { describe, expect, it } from "vitest";
import { audit } from "../../../src/bounds/audit.ts";
import { thresholds } from "../../../src/bounds/thresholds/thresholds.ts";
import { finish } from "../../../src/sim/follow.ts";
import { GALLERY } from "../../../web/choice/gallery.ts";
import { drawnRunOf } from "../../../web/choice/state.ts";
import { theoryOf } from "../../../web/theory/theoryOf.ts";

describe.each(GALLERY)("the theory beside $title", ({ choice }) => {
  const run = drawnRunOf(choice);
  const theory = theoryOf(run);

  it("is the audit of the command line", () => {
    expect(theory.audit).toEqual(audit({ ...run, method: "auto" }));
  });

  it("marks what the table of thresholds has for this optimizer and batch size", () => {
    const { setting, optimizer, batchSize } = run;
    const rows = finish(
      thresholds({ settings: [setting], qs: [], batchSizes: [batchSize], eps: optimizer.eps ?? 0 }),
    ).filter((row) => row.optimizer === optimizer.name && row.explicit.median !== null);
    expect(theory.marks.map(({ name, low, median, high }) => [name, { low, median, high }])).toEqual(
      rows.map(({ threshold, explicit }) => [threshold, explicit]),
    );
  });
});

it("Adam has thresholds to mark, and SGD none", () => {
  const marked = GALLERY.map(({ choice }) => [choice.optimizer, theoryOf(drawnRunOf(choice)).marks.length > 0]);
  expect(new Set(marked.map(String))).toEqual(new Set(["adam,true", "adamw,true", "sgd,false"]));
});
