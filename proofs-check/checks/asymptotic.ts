/** What disagrees at a finite n, hypotheses read with the constant 1, does to an asymptotic statement. */
export const FAILS = "fails with constants 1";

/** What it does not do; said wherever such a thing is told. */
export const NO_CONTRADICTION = ", which contradicts no statement about n -> infinity";

/** The same, of a share or a case at hypotheses read so. */
export const WITH_CONSTANTS = ` with constants 1${NO_CONTRADICTION}`;
