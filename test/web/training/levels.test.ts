import { expect, it } from "vitest";
import { runOf, standardOf } from "../../../web/choice/state.ts";
import { levelOf } from "../../../web/training/levels.ts";

const TINY = { ...standardOf("tiny"), epochs: 2 };
const first = (level: Parameters<typeof levelOf>[0], choice: typeof TINY) => {
  const seen: number[] = [];
  levelOf(level)(runOf(choice), ({ epoch }) => seen.push(epoch)).next();
  return seen;
};

it("every level begins at the start of the run", () => {
  expect(first("network", TINY)[0]).toBe(0);
  expect(first("exact", TINY)[0]).toBe(0);
  expect(first("active-set", TINY)[0]).toBe(0);
});

it("beyond the papers' model there is what has a recurrence, and no signs", () => {
  const wider = { ...TINY, patches: 3 };
  expect(first("network", wider)[0]).toBe(0);
  expect(first("exact", wider)[0]).toBe(0);
  expect(() => first("signs", wider)).toThrow(
    /^setting\.patches must be absent for signs in place of steps, .* but is 3; /,
  );
  const several = { ...TINY, features: 3 };
  expect(first("network", several)[0]).toBe(0);
  expect(() => first("exact", several)).toThrow(/^setting\.features must be absent for level 1, .* but is 3; /);
});
