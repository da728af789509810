import { isStep, type ProofReport, type ProofStep, type ProofText } from "../bounds/proof/check.ts";
import { reasonLines } from "./entailmentText.ts";
import { proofVerdict } from "./proofText.ts";

const code = (text: string): string => `\`${text}\``;

const said = (line: ProofText): string => {
  if (line.kind === "comment") return line.text;
  if (line.kind === "given") return `- **${line.name}** ${code(line.statement)}`;
  return `- ${line.kind} ${code(`${line.name} = ${line.value}`)}`;
};

const WORDS: Readonly<Record<ProofStep["kind"], string>> = {
  show: "Then",
  hence: "Hence",
  not: "It does not follow that",
};

function step({ kind, name, statement, uses, holds, found }: ProofStep): string {
  const by = uses.length > 0 ? `, by ${uses.join(", ")}` : "";
  const head = `**${name}** ${WORDS[kind]} ${code(statement)}${by}${holds ? "." : ": **not so.**"}`;
  return [head, "", "```", ...reasonLines(found), "```"].join("\n");
}

/**
 * A checked proof in Markdown.
 *
 * @param report of it
 * @returns paragraphs, lists of hypotheses, and a block of code for each derivation
 */
export function proofMarkdown(report: ProofReport): string {
  const blocks: string[] = [];
  let listed = false;
  for (const line of report.lines) {
    const item = !isStep(line) && line.kind !== "comment";
    const text = isStep(line) ? step(line) : said(line);
    // Items that follow each other are one list, comments one paragraph.
    if (item && listed) blocks.push(`${blocks.pop()}\n${text}`);
    else blocks.push(text);
    listed = item;
  }
  return `${[...blocks, `*${proofVerdict(report)}*`].join("\n\n")}\n`;
}
