import { CONDITIONS } from "../bounds/hypotheses/hypotheses.ts";
import { type Margin, marginsOf } from "../bounds/hypotheses/margin.ts";
import { valuesOf } from "../bounds/hypotheses/values.ts";
import { type FamilyMember, familySetting } from "../setting/family.ts";
import { type FamilyConstants, familyConstants } from "../setting/familyConstants.ts";
import * as z from "../setting/zod.ts";
import { INTEGERS } from "./fields.ts";
import { anything, checked } from "./options.ts";

/** Which members, with which constants. */
export interface FamilySpec {
  /** Training examples, 8 to 10^6: [64, 128, 256] unless given. */
  readonly n?: number | readonly number[] | undefined;
  /** Constants that differ from their defaults, by name: { D: 6, cS: 2 }. */
  readonly constants?: Partial<FamilyConstants> | undefined;
}

/** The members, each with the conditions that proofs lean on. */
export interface Family {
  readonly constants: FamilyConstants;
  readonly family: readonly (FamilyMember & { readonly conditions: readonly Margin[] })[];
}

const schema = z.strictObject({ n: INTEGERS, constants: anything<Partial<FamilyConstants>>() });

/**
 * Settings that grow with n as the theorems let them, and the size of each condition.
 *
 * @param spec n, and constants
 * @returns settings, the optimizer's numbers, and conditions as ratios
 * @throws InputError, one sentence
 * Source: [T25] Conditions A.1, A.2.
 * @example
 * family({ n: [64], constants: { D: 6 } }).family[0].setting.s // => 64
 */
export function family(spec: FamilySpec = {}): Family {
  const { n = [64, 128, 256], constants: given = {} } = checked(schema, spec, "family's spec");
  const constants = familyConstants(given);
  return {
    constants,
    family: [n].flat().map((size) => {
      const member = familySetting(size, constants);
      return { ...member, conditions: marginsOf(CONDITIONS, valuesOf(member.setting, member.optimizer)) };
    }),
  };
}
