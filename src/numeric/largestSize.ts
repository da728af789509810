/** The largest |x| of a list; 0 for none. */
export const largestSize = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
