/** The place of a label's class among the outputs: +1, -1 are 0, 1; of K >= 3 classes 1, ..., K are 0, ..., K - 1. */
export const sideOf = (label: number): number => (label > 0 ? label - 1 : 1);
