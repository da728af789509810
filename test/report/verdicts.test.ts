import { expect, it } from "vitest";
import { endText, outcomeWords } from "../../src/report/verdicts.ts";

it("measures two classes by a coin", () => {
  expect(outcomeWords(0, 0.5)).toBe("has memorized noise: no better than a coin on fresh examples");
  expect(outcomeWords(0, 0.54)).toBe("has memorized noise: worse than a coin on fresh examples");
  expect(outcomeWords(0, 0.49)).toBe("lies in between");
});

it("measures ten classes by guessing, which is wrong on nine of ten", () => {
  expect(outcomeWords(0, 0.6, 10)).toBe("lies in between");
  const guess = "guessing among 10 classes on fresh examples, which is wrong on 90%";
  expect(outcomeWords(0, 0.9, 10)).toBe(`has memorized noise: no better than ${guess}`);
  expect(endText(0, 0.95, 10)).toMatch(new RegExp(`; it has memorized noise: worse than ${guess}$`));
  expect(outcomeWords(0.2, 0.95, 10)).toBe("does not fit its training set");
});
