import { GRADES, type Grade } from "./claim.ts";

/** Where a grade stands, the strongest first; what has none comes last. */
export const strength = (grade: Grade | null): number => (grade === null ? GRADES.length : GRADES.indexOf(grade));

/** The first of those of the strongest grade. */
export const strongest = <T extends { grade: Grade | null }>(all: readonly T[]): T =>
  all.reduce((best, next) => (strength(next.grade) < strength(best.grade) ? next : best));

/** The first of those of the weakest grade. */
export const weakest = <T extends { grade: Grade | null }>(all: readonly T[]): T =>
  all.reduce((worst, next) => (strength(next.grade) > strength(worst.grade) ? next : worst));
