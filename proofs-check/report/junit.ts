import type { Grade } from "../claim.ts";
import type { ClaimVerdict, Evidence } from "../claimVerdict.ts";
import { restsText } from "../rests.ts";
import { shortNumbers } from "../shortNumbers.ts";
import { isNo } from "../verdict.ts";
import { partText, SCOPE_WORDS, saying, seedsWithout, sizesChosen, smallest } from "./parts.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text in XML; control characters, which XML 1.0 has no way to write, become spaces. */
const escaped = (text: string) =>
  text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] as string)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ");

function testcase(claim: ClaimVerdict, { check, verdict, grade, reason, broken }: Evidence, failOn: Grade): string {
  const open = `    <testcase classname="${escaped(claim.id)}" name="${escaped(check)}"`;
  const message = escaped(`${verdict} (${grade}): ${shortNumbers(reason)}`);
  if (broken !== undefined) return `${open}><error message="${escaped(shortNumbers(broken))}"/></testcase>`;
  if (isNo({ verdict, grade }, failOn)) return `${open}><failure message="${message}"/></testcase>`;
  if (verdict === "holds") return `${open}/>`;
  return `${open}><skipped message="${message}"/></testcase>`;
}

/** Both parts of a verdict, and what it rests on. */
function properties(claim: ClaimVerdict): string[] {
  const told = [
    ["verdict", saying(claim)],
    [SCOPE_WORDS.chosen, partText(claim, "chosen")],
    ["sizes chosen", sizesChosen(claim)],
    ["seeds left out", seedsWithout(claim)],
    [SCOPE_WORDS.wherever, partText(claim, "wherever")],
    ["smallest case that disagrees", smallest(claim) ?? ""],
    ["rests on", restsText(claim)],
    ...(claim.readAs ?? []).map((reading) => ["read as", reading]),
  ] as const;
  const lines = told
    .filter(([, value]) => value !== "")
    .map(([name = "", value = ""]) => `      <property name="${escaped(name)}" value="${escaped(value)}"/>`);
  return ["    <properties>", ...lines, "    </properties>"];
}

/**
 * Verdicts as JUnit XML, for what reads test reports: a suite a claim, a test case a piece of evidence.
 *
 * A contradiction of grade `failOn` or above is a failure, a broken check an error; what neither holds nor fails so is skipped, with its reason.
 */
export function checkJunit(verdicts: readonly ClaimVerdict[], failOn: Grade = "tested"): string {
  const suites = verdicts.map((claim) => {
    const { id, evidence } = claim;
    const failures = evidence.filter((one) => isNo(one, failOn)).length;
    const errors = evidence.filter(({ broken }) => broken !== undefined).length;
    const passed = evidence.filter(({ verdict }) => verdict === "holds").length;
    const skipped = evidence.length - passed - failures - errors;
    const counts = `tests="${evidence.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
    const cases = evidence.map((one) => testcase(claim, one, failOn));
    return [`  <testsuite name="${escaped(id)}" ${counts}>`, ...properties(claim), ...cases, "  </testsuite>"].join(
      "\n",
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="adamcheck">',
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}
