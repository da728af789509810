import { HYPOTHESES } from "../src/bounds/hypotheses/hypotheses.ts";
import { WIDER_HYPOTHESES } from "../src/bounds/hypotheses/widerHypotheses.ts";
import { mustKnowKeys } from "../src/setting/explain.ts";
import { isListed, isText, mustBe } from "../src/setting/mustBe.ts";
import { type Check, type Claim, GIVEN_GRADES, LEVELS, SCOPES } from "./claim.ts";

/** What has a default: a claim may have no hypotheses, rest on nothing, and come from its user. */
export type GivenClaim = Pick<Claim, "id" | "statement" | "kind"> &
  Partial<Omit<Claim, "checks">> & {
    // A list of checks whose samples differ: each hands its own samples to itself.
    readonly checks: readonly Check<any>[];
  };

const FIELDS = ["id", "source", "kind", "statement", "latex", "hypotheses", "restsOn", "readAs", "checks", "file"];

function mustBeCheck(check: Check, id: string, k: number): void {
  const of = (field = "") => `checks[${k}]${field} of claim ${id}`;
  mustBe(typeof check === "object" && check !== null, of(), "a check", check, "make it with property, scaling, ...");
  const { name, grade, levels, sample, judge, least, most } = check;
  mustBe(isText(name), of(".name"), "a text", name, "say what is checked");
  const given = GIVEN_GRADES.some((known) => known === grade);
  mustBe(given, of(".grade"), `one of ${GIVEN_GRADES.join(", ")}`, grade, "say how strong it is");
  const follows = levels === undefined || (isListed(levels) && levels.every((level) => LEVELS.includes(level)));
  mustBe(follows, of(".levels"), "a list of 0, 1 and 2", levels, "leave it out if it trains nothing");
  mustBe(typeof sample === "function", of(".sample"), "a function", sample, "it judges one case");
  mustBe(typeof judge === "function", of(".judge"), "a function", judge, "it sums the cases up");
  mustBe(Number.isInteger(least) && least >= 1, of(".least"), "an integer >= 1", least, "it counts cases");
  mustBe(typeof most === "number" && most >= least, of(".most"), `at least least = ${least}`, most, "it counts cases");
  const { scope, at, first, recheck, reading, part, about } = check;
  mustBe(typeof about === "string", of(".about"), "a text", about, "say what is checked");
  mustBe(
    scope === undefined || SCOPES.includes(scope),
    of(".scope"),
    `one of ${SCOPES.join(", ")}`,
    scope,
    "leave it out",
  );
  for (const [field, value] of Object.entries({ at, reading, part })) {
    mustBe(value === undefined || isText(value), of(`.${field}`), "a text", value, "correct it or leave it out");
  }
  for (const [field, value] of Object.entries({ first, recheck })) {
    mustBe(value === undefined || typeof value === "function", of(`.${field}`), "a function", value, "leave it out");
  }
}

/**
 * A claim, checked and complete.
 *
 * @param given id (letters, digits, dots and hyphens), kind, statement in words, at least one check; if wanted latex, source ("ours"),
 *   hypotheses by their names in `adamcheck audit --help`, restsOn, ids of other claims, and readAs, how o(1) and the like are read
 * @returns the claim
 * @throws InputError for a field that is missing or wrong, one sentence
 * Source: ours.
 * @example
 * const sum = { name: "sum", about: "1 + 1 = 2", grade: "proved", least: 1, most: 1, sample: () => 1 + 1, judge: ([two]) => ({ verdict: two === 2 ? "holds" : "contradicted", reason: "1 + 1 was computed" }) }
 * defineClaim({ id: "two", kind: "identity", statement: "one and one make two", checks: [sum] }).source // => "ours"
 */
export function defineClaim(given: GivenClaim): Claim {
  mustBe(
    typeof given === "object" && given !== null,
    "a claim",
    "an object",
    given,
    "see docs/guides/your-own-claim.md",
  );
  const { id, statement, kind, source = "ours", latex = "", hypotheses = [], restsOn = [], readAs, checks } = given;
  mustBe(isText(id) && /^[\w.-]+$/.test(id), "id", "letters, digits, dots and hyphens", id, "name the claim");
  const of = (field: string) => `${field} of claim ${id}`;
  mustKnowKeys(given, `claim ${id}`, FIELDS);
  mustBe(isText(statement), of("statement"), "a sentence", statement, "say what is claimed");
  mustBe(["identity", "rate", "outcome"].includes(kind), of("kind"), '"identity", "rate" or "outcome"', kind, "choose");
  mustBe(typeof source === "string", of("source"), "a text", source, "name paper and number, or leave it out");
  mustBe(typeof latex === "string", of("latex"), "a text", latex, "correct it or leave it out");
  mustBe(Array.isArray(hypotheses), of("hypotheses"), "a list of names", hypotheses, "write [] around it");
  mustBe(
    Array.isArray(restsOn) && restsOn.every(isText),
    of("restsOn"),
    "a list of ids",
    restsOn,
    "write [] around it",
  );
  const sentences = readAs === undefined || (isListed(readAs) && readAs.every(isText));
  mustBe(sentences, of("readAs"), "a list of sentences", readAs, "say how o(1) is read, or leave it out");
  for (const name of hypotheses) {
    const known = [...HYPOTHESES, ...WIDER_HYPOTHESES].some((hypothesis) => hypothesis.id === name);
    mustBe(known, of("hypotheses"), "names of hypotheses", name, "`adamcheck audit --help` lists them");
  }
  mustBe(isListed(checks), of("checks"), "a list of at least one check", checks, "add one");
  checks.forEach((check, k) => {
    mustBeCheck(check, id, k);
    const twin = checks.findIndex(({ name }) => name === check.name);
    mustBe(twin === k, of(`checks[${k}].name`), "unlike the others", check.name, "rename one of them");
  });
  return { id, source, kind, statement, latex, hypotheses, restsOn, ...(readAs && { readAs }), checks };
}
