/** Exit code where input is wrong. */
export const BAD_INPUT = 2;

/** Exit code of a fault of our own (EX_SOFTWARE), so that it is not taken for an answer. */
export const INTERNAL_FAULT = 70;
