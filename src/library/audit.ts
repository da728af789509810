import { type Audit, audit as judge } from "../bounds/audit.ts";
import { HYPOTHESES } from "../bounds/hypotheses/hypotheses.ts";
import { parseDynamics } from "../dynamics/run.ts";
import * as z from "../setting/zod.ts";
import type { DynamicsSpec } from "./dynamics.ts";
import { BY_NAME, positivesOf } from "./fields.ts";
import { checked } from "./options.ts";

/** What an audit takes besides its run. */
export interface AuditOptions {
  /** Your constant of a hypothesis, by its name: { "noise-l1": 2 }. */
  readonly constants?: Readonly<Record<string, number>> | undefined;
}

const schema = z.strictObject({ constants: BY_NAME });

const NAMES = HYPOTHESES.map(({ id }) => id);

/**
 * What the theory says of a run before it is run: which hypotheses its numbers meet and by how much, which theorems apply.
 *
 * @param spec a run; one whose batches are given is audited at the size of the first
 * @param options constants of hypotheses
 * @returns the audit, with the weight decays at which this start's feature and noise stop growing; nothing is trained
 * @throws InputError, one sentence
 * Source: docs/theory.md 3; docs/notes/thresholds.md.
 * @example
 * const { theorems } = audit({ preset: "paper", optimizer: { name: "adam", lr: 5e-5 }, batchSize: 100, epochs: 1 })
 * theorems.some(({ verdict }) => verdict === "applies") // => false
 */
export function audit(spec: DynamicsSpec, options: AuditOptions = {}): Audit {
  const { constants = {} } = checked(schema, options, "audit's options");
  return judge(parseDynamics(spec), positivesOf("constants", constants as Record<string, number>, NAMES));
}
