import { type ClaimVerdict, isNo } from "../verdict.ts";

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

function testcase(claim: ClaimVerdict, { check, verdict, grade, reason }: ClaimVerdict["evidence"][number]): string {
  const open = `    <testcase classname="${escaped(claim.id)}" name="${escaped(check)}"`;
  const message = escaped(`${verdict} (${grade}): ${reason}`);
  if (isNo({ verdict, grade })) return `${open}><failure message="${message}"/></testcase>`;
  if (verdict === "holds") return `${open}/>`;
  return `${open}><skipped message="${message}"/></testcase>`;
}

/**
 * Verdicts as JUnit XML, for what reads test reports: a suite a claim, a test case a piece of evidence.
 *
 * A contradiction of grade tested or above is a failure; what neither holds nor fails so is skipped, with its reason.
 */
export function checkJunit(verdicts: readonly ClaimVerdict[]): string {
  const suites = verdicts.map((claim) => {
    const { id, evidence } = claim;
    const failures = evidence.filter(isNo).length;
    const skipped = evidence.filter((one) => one.verdict !== "holds" && !isNo(one)).length;
    const counts = `tests="${evidence.length}" failures="${failures}" skipped="${skipped}"`;
    const cases = evidence.map((one) => testcase(claim, one));
    return [`  <testsuite name="${escaped(id)}" ${counts}>`, ...cases, "  </testsuite>"].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="adamcheck">',
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}
