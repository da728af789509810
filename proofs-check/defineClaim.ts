import { HYPOTHESES } from "../src/bounds/hypotheses.ts";
import { InputError, show } from "../src/setting/inputError.ts";
import { type Check, type Claim, GRADES, LEVELS } from "./claim.ts";

/** What has a default: a claim may have no hypotheses, rest on nothing, and come from its user. */
type Given = Pick<Claim, "id" | "statement" | "kind"> &
  Partial<Omit<Claim, "checks">> & {
    // A list of checks whose samples differ: each hands its own samples to itself.
    readonly checks: readonly Check<any>[];
  };

const text = (value: unknown) => typeof value === "string" && value.trim() !== "";

const listed = (value: unknown) => Array.isArray(value) && value.length > 0;

function mustBe(holds: boolean, field: string, rule: string, value: unknown, advice: string): void {
  if (!holds) throw new InputError(`${field} must be ${rule}, but is ${show(value)}; ${advice}`);
}

function mustBeCheck(check: Check, id: string, k: number): void {
  const of = (field = "") => `checks[${k}]${field} of claim ${id}`;
  mustBe(typeof check === "object" && check !== null, of(), "a check", check, "make it with property, scaling, ...");
  const { name, grade, levels, sample, judge, least, most } = check;
  mustBe(text(name), of(".name"), "a text", name, "say what is checked");
  mustBe(GRADES.includes(grade), of(".grade"), `one of ${GRADES.join(", ")}`, grade, "say how strong it is");
  const follows = levels === undefined || (listed(levels) && levels.every((level) => LEVELS.includes(level)));
  mustBe(follows, of(".levels"), "a list of 0, 1 and 2", levels, "leave it out if it trains nothing");
  mustBe(typeof sample === "function", of(".sample"), "a function", sample, "it judges one case");
  mustBe(typeof judge === "function", of(".judge"), "a function", judge, "it sums the cases up");
  mustBe(Number.isInteger(least) && least >= 1, of(".least"), "an integer >= 1", least, "it counts cases");
  mustBe(most >= least, of(".most"), `at least least = ${least}`, most, "it counts cases");
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
export function defineClaim(given: Given): Claim {
  const { id, statement, kind, source = "ours", latex = "", hypotheses = [], restsOn = [], readAs, checks } = given;
  mustBe(text(id) && /^[\w.-]+$/.test(id), "id", "letters, digits, dots and hyphens", id, "name the claim");
  const of = (field: string) => `${field} of claim ${id}`;
  mustBe(text(statement), of("statement"), "a sentence", statement, "say what is claimed");
  mustBe(["identity", "rate", "outcome"].includes(kind), of("kind"), '"identity", "rate" or "outcome"', kind, "choose");
  mustBe(typeof source === "string", of("source"), "a text", source, "name paper and number, or leave it out");
  mustBe(typeof latex === "string", of("latex"), "a text", latex, "correct it or leave it out");
  mustBe(Array.isArray(hypotheses), of("hypotheses"), "a list of names", hypotheses, "write [] around it");
  mustBe(Array.isArray(restsOn) && restsOn.every(text), of("restsOn"), "a list of ids", restsOn, "write [] around it");
  const sentences = readAs === undefined || (listed(readAs) && readAs.every(text));
  mustBe(sentences, of("readAs"), "a list of sentences", readAs, "say how o(1) is read, or leave it out");
  for (const name of hypotheses) {
    const known = HYPOTHESES.some((hypothesis) => hypothesis.id === name);
    mustBe(known, of("hypotheses"), "names of hypotheses", name, "`adamcheck audit --help` lists them");
  }
  mustBe(listed(checks), of("checks"), "a list of at least one check", checks, "add one");
  checks.forEach((check, k) => {
    mustBeCheck(check, id, k);
    const twin = checks.findIndex(({ name }) => name === check.name);
    mustBe(twin === k, of(`checks[${k}].name`), "unlike the others", check.name, "rename one of them");
  });
  return { id, source, kind, statement, latex, hypotheses, restsOn, ...(readAs && { readAs }), checks };
}
