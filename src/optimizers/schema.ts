import { fraction, nonNegative, oneOf, positive } from "../setting/fields.ts";
import * as z from "../setting/zod.ts";
import { CONVENTIONS, type Convention, type Hyperparameters, type Optimizer } from "./optimizer.ts";
import { RANGES } from "./ranges.ts";
import { knownOptimizers, optimizerNamed } from "./registry.ts";

/** What every optimizer takes. */
export const COMMON = {
  lr: positive("learning rate eta", "weight per step (weight^2 for sgd)"),
  weightDecay: nonNegative("weight decay lambda", "1/weight^2 (coupled) or 1/lr (decoupled)").default(0),
  convention: oneOf(CONVENTIONS, "bias-corrected moments (pytorch) or as [T25] prints them (paper)").default("pytorch"),
};

const betasWith = (standard: readonly [number, number]) =>
  z
    .tuple([fraction("b1, memory of the first moment"), fraction("b2, memory of the second moment")], {
      error: "must be two numbers [b1, b2]",
    })
    .default([...standard]);

const eps = nonNegative(
  "added to the root of the second moment; 1e-8 (pytorch), weightDecay * lr (paper)",
  "gradient",
).optional();

/** What it takes beside `COMMON`. */
function particular({ adaptive, own }: Optimizer) {
  if (adaptive) return { betas: betasWith([0.9, 0.999]), eps };
  return {
    ...(own?.betas && { betas: betasWith(own.betas) }),
    ...Object.fromEntries(
      Object.entries(own?.parameters ?? {}).map(([name, { standard, range, about, unit }]) => [
        name,
        RANGES[range](about, unit).default(standard),
      ]),
    ),
    // The last one, as `complete` adds it: what is parsed again is the same text.
    ...(own?.eps !== undefined && { eps }),
  };
}

const named = (optimizer: Optimizer) =>
  z.strictObject({ name: z.literal(optimizer.name), ...COMMON, ...particular(optimizer) });

type Named = ReturnType<typeof named>;

/** What a file may say of the optimizers that are known: each with the hyperparameters it takes. */
export function schemaOf(known: readonly Optimizer[]) {
  return z.discriminatedUnion("name", known.map(named) as [Named, ...Named[]], {
    error: (issue) =>
      issue.code === "invalid_union"
        ? `must be one of ${known.map(({ name }) => `"${name}"`).join(", ")}, or of a file that is loaded with --load`
        : "must be an object with a name and lr",
  });
}

type Entry = Hyperparameters & { readonly name: string };

/** An entry with its eps, where it takes one. */
function complete(entry: Entry): Entry {
  const { adaptive, own } = optimizerNamed(entry.name);
  if (!adaptive && own?.eps === undefined) return entry;
  // On a base it is the base's.
  const asBase = own?.base !== undefined && optimizerNamed(own.base).adaptive;
  const standard =
    (asBase ? undefined : own?.eps) ?? (entry.convention === "pytorch" ? 1e-8 : entry.weightDecay * entry.lr);
  return { ...entry, eps: entry.eps ?? standard };
}

let latest: { readonly known: string; readonly schema: ReturnType<typeof schemaOf> } | undefined;

/** The schema of the optimizers known now, made once for each list of them: a definition is never taken away. */
function schemaNow() {
  const known = knownOptimizers();
  const names = known.map(({ name }) => name).join();
  if (latest?.known !== names) latest = { known: names, schema: schemaOf(known) };
  return latest.schema;
}

/** Ours that none of the papers has. */
export type MoreNames =
  | ("momentum" | "nesterov" | "signum" | "lion" | "rmsprop" | "adagrad" | "amsgrad" | "nadam")
  | ("clipped-sgd" | "clipped-adam" | "clipped-adamw" | "normalized-sgd" | "sam" | "sam-adam" | "sam-adamw" | "muon");

/** What a run file says of its optimizer: eta, lambda, and (b1, b2) and eps where it takes them. */
export interface OptimizerSpec {
  /** One of ours, or of an optimizer that is loaded. */
  readonly name: "sgd" | "adam" | "adamw" | "signsgd" | "signsgdw" | MoreNames | (string & {});
  /** > 0 */
  readonly lr: number;
  /** >= 0; 0 unless given. */
  readonly weightDecay?: number | undefined;
  /** "pytorch" (bias-corrected moments) unless given, or "paper". */
  readonly convention?: Convention | undefined;
  /** Each in [0, 1); [0.9, 0.999] unless given. */
  readonly betas?: readonly [b1: number, b2: number] | undefined;
  /** >= 0; 1e-8 (pytorch) or weightDecay * lr (paper) unless given. */
  readonly eps?: number | undefined;
  /** In [0, 1); of momentum, nesterov (0.9 unless given) and muon (0.95). */
  readonly momentum?: number | undefined;
  /** >= 0; of sam and its kind: 0.05 unless given. */
  readonly rho?: number | undefined;
  /** > 0; of clipped-sgd and its kind: 1 unless given. */
  readonly maxNorm?: number | undefined;
}

/** What a file may say of an optimizer: the known names, each with the hyperparameters it takes. */
export const optimizerSchema = z
  .custom<OptimizerSpec>(() => true)
  .transform((input, context): Entry => {
    const parsed = schemaNow().safeParse(input);
    if (parsed.success) return complete(parsed.data as Entry);
    context.issues.push(...(parsed.error.issues as typeof context.issues));
    return input as unknown as Entry;
  });
