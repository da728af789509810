import { describe, expect, it } from "vitest";
import { defineClaim } from "../../proofs-check/defineClaim.ts";
import { finds } from "../helpers/claims.ts";

const given = { id: "my-lemma", kind: "rate", statement: "it grows", checks: [finds({})] } as const;
const refusal = (wrong: object) => {
  try {
    defineClaim({ ...given, ...wrong });
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("defineClaim", () => {
  it("fills in what may be left out", () => {
    expect(defineClaim(given)).toEqual({ ...given, source: "ours", latex: "", hypotheses: [], restsOn: [] });
  });

  it.each([
    [{ id: "my lemma" }, 'id must be letters, digits, dots and hyphens, but is "my lemma"; name the claim'],
    [{ id: undefined }, "id must be letters, digits, dots and hyphens, but is missing; name the claim"],
    [{ statement: " " }, 'statement of claim my-lemma must be a sentence, but is " "; say what is claimed'],
    [{ kind: "guess" }, 'kind of claim my-lemma must be "identity", "rate" or "outcome", but is "guess"; choose'],
    [
      { hypothesis: [] },
      'hypothesis must be a known key of claim my-lemma, but is not (its value is []); did you mean "hyp',
    ],
    [{ hypotheses: ["x"] }, "hypotheses of claim my-lemma must be names of hypotheses, but is"],
    [{ checks: [] }, "checks of claim my-lemma must be a list of at least one check, but is []; add one"],
    [{ checks: [undefined] }, "checks[0] of claim my-lemma must be a check, but is missing;"],
    [{ checks: [{ ...finds({}), judge: 3 }] }, "checks[0].judge of claim my-lemma must be a function, but is 3;"],
    [{ checks: [finds({}, { least: 0 })] }, "checks[0].least of claim my-lemma must be an integer >= 1, but is 0;"],
    [{ checks: [finds({}, { least: 2 })] }, "checks[0].most of claim my-lemma must be at least least = 2, but is 1;"],
    [
      { checks: [{ ...finds({}), grade: "sure" }] },
      "checks[0].grade of claim my-lemma must be one of proved, certified,",
    ],
    [
      { checks: [finds({}, { grade: "machine-checked" })] },
      'checks[0].grade of claim my-lemma must be one of proved, certified, tested, measured, but is "machine-checked"; say how strong it is',
    ],
    [{ checks: [finds({}, { levels: [3 as 2] })] }, "checks[0].levels of claim my-lemma must be a list of 0, 1 and 2"],
    [{ checks: [finds({}, { levels: [] })] }, "checks[0].levels of claim my-lemma must be a list of 0, 1 and 2"],
    [{ hypotheses: 5 }, "hypotheses of claim my-lemma must be a list of names, but is 5;"],
    [{ restsOn: "gradient" }, 'restsOn of claim my-lemma must be a list of ids, but is "gradient";'],
    [{ latex: 1 }, "latex of claim my-lemma must be a text, but is 1;"],
    [{ checks: [finds({}), finds({})] }, "checks[1].name of claim my-lemma must be unlike the others"],
  ])("refuses %j", (wrong, sentence) => {
    expect(refusal(wrong)).toContain(sentence);
  });
});
