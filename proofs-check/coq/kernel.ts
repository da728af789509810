import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assumptionsIn, isMachineInteger, REALS_OWN } from "./assumptions.ts";
import { command, type Ended } from "./command.ts";
import { missingIn, sha256, sourceOf } from "./source.ts";
import type { CoqProof } from "./theorem.ts";

/** Seconds that one command may take: coqchk goes through the libraries, too, which takes a minute. */
export const KERNEL_SECONDS = 1200;

/** What the kernel said of a claim's file. */
export type Judged =
  | {
      /** Such as "8.16.1". */
      readonly version: string;
      /** Of every file that was compiled for it, its own last. */
      readonly hashes: Readonly<Record<string, string>>;
      /** What its theorems rest on. */
      readonly assumptions: readonly string[];
    }
  | { readonly refused: string };

export interface KernelOptions {
  readonly signal?: AbortSignal | undefined;
  /** That one command may take. */
  readonly seconds?: number;
  /** The text of a file, by its name without ending. */
  readonly source?: (file: string) => string;
}

/** The version of coqc on PATH; undefined where there is none. */
export async function coqVersion(signal?: AbortSignal): Promise<string | undefined> {
  const { status, stdout } = await command("coqc", ["--version"], { seconds: 60, signal });
  return status === 0 ? (/version (\S+)/.exec(stdout)?.[1] ?? "of unknown version") : undefined;
}

/** A folder that is gone afterwards, also where the process exits in between. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-coq-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    return await work(folder);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** What is wrong, in Coq's first words about it. */
function complaint(name: string, { stdout, stderr, late }: Ended, seconds: number): string {
  if (late) return `${name} took longer than ${seconds} s`;
  const lines = `${stderr}\n${stdout}`.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => /^(Fatal )?Error/.test(line));
  const words =
    at < 0
      ? ""
      : lines
          .slice(at, at + 3)
          .join(" ")
          .replace(/^(Fatal )?Error:?\s*/, "")
          .trim();
  return `${name} says ${words === "" ? "nothing" : words}`;
}

/**
 * Hands claims' files to Coq: coqc compiles each, in a temporary folder, coqchk checks what was compiled once more, with the libraries that it uses
 * (not where instances are enclosed: the interval tactic's are many).
 *
 * @param proofs whose files
 * @param version of `coqVersion`
 * @param options time of a command, the signal that ends it all
 * @returns by file what came of each; of none that was not reached when the signal came. A file whose text is not what its claim says, that
 *   assumes more than the reals' own axioms, or that either program does not accept, is refused.
 * Source: ours.
 */
export async function judgedByKernel(
  proofs: readonly CoqProof[],
  version: string,
  { signal, seconds = KERNEL_SECONDS, source: kept = sourceOf }: KernelOptions = {},
): Promise<Map<string, Judged>> {
  const judged = new Map<string, Judged>();
  const made = new Map(proofs.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const])));
  const source = (file: string) => made.get(file) ?? kept(file);
  await inFolder(async (folder) => {
    const run = (name: string, words: readonly string[]) =>
      command(name, ["-Q", ".", "Adamcheck", ...words], { cwd: folder, seconds, signal });
    const compiled = new Map<string, Ended>();
    const compile = async (file: string): Promise<Ended> => {
      const known = compiled.get(file);
      if (known) return known;
      writeFileSync(join(folder, `${file}.v`), source(file));
      const ended = await run("coqc", ["-q", "-w", "-all", `${file}.v`]);
      compiled.set(file, ended);
      return ended;
    };

    const accepted: CoqProof[] = [];
    for (const proof of proofs) {
      const files = [...proof.needs, proof.file];
      const ends: Ended[] = [];
      for (const file of files) if (ends.every(({ status }) => status === 0)) ends.push(await compile(file));
      if (signal?.aborted) return;
      const refused = refusal(proof, files, ends, { seconds, source });
      if (refused !== undefined) judged.set(proof.file, { refused });
      else {
        if (!proof.certifies) accepted.push(proof);
        const hashes = Object.fromEntries(files.map((file) => [`${file}.v`, sha256(source(file))]));
        judged.set(proof.file, { version, hashes, assumptions: assumed(ends) });
      }
    }
    if (accepted.length === 0) return;
    const again = await run("coqchk", ["-silent", "-o", ...accepted.map(({ file }) => `Adamcheck.${file}`)]);
    if (again.status === 0) return;
    for (const { file } of accepted) {
      if (signal?.aborted) judged.delete(file);
      else judged.set(file, { refused: complaint("coqchk", again, seconds) });
    }
  });
  return judged;
}

/** What the theorems of the last file assume, each once. */
const assumed = (ends: readonly Ended[]): string[] => [...new Set(assumptionsIn(ends.at(-1)?.stdout ?? "").flat())];

/** Why a claim's files are not accepted. */
function refusal(
  proof: CoqProof,
  files: readonly string[],
  ends: readonly Ended[],
  { seconds, source }: Required<Pick<KernelOptions, "seconds" | "source">>,
): string | undefined {
  const [missing] = missingIn(proof, source);
  if (missing !== undefined) return `it does not say what the claim says: ${missing}`;
  const failed = ends.findIndex(({ status }) => status !== 0);
  if (failed >= 0) return `coqc does not accept ${files[failed]}.v: ${complaint("it", ends[failed] as Ended, seconds)}`;
  const answers = assumptionsIn((ends.at(-1) as Ended).stdout);
  if (answers.length !== proof.theorems.length) return "it does not print the assumptions of every theorem";
  const foreign = assumed(ends).filter(
    (name) => !REALS_OWN.includes(name) && !(proof.certifies && isMachineInteger(name)),
  );
  return foreign.length > 0 ? `it assumes ${foreign.join(", ")}` : undefined;
}
