// What the host sets before the first call: addresses in the memory, sizes, numbers of the optimizer. All addresses are multiples of 16.

/** Current weights [d * 2m], coordinate-major. */
export let weights: usize = 0;

/** First and second moments [d * 2m]; unused by the rules without moments. */
export let mom: usize = 0;
export let sec: usize = 0;

/** Gradient of the coordinate that is about to be updated, and of coordinate 0, which is zero between two steps [2m]. */
export let gradient: usize = 0;
export let signalGradient: usize = 0;

/** Examples by rows, as in src/data/examples.ts; and every coordinate's distance in bytes from the first weight. */
export let labels: usize = 0;
export let rows: usize = 0;
export let coordinates: usize = 0;
export let distances: usize = 0;
export let values: usize = 0;

/** Scratch of one example [2m]: what each lane gives to its output. */
export let given: usize = 0;

/** Scratch of a batch: <w, xi> of every example, which becomes the coefficient of xi [b * 2m]; its margin [b]. */
export let noise: usize = 0;
export let margins: usize = 0;

/**
 * The batch's noise patches by columns, coordinate 0 left out. Column k is entries columns[k-1] .. columns[k] - 1 (from 0 for k = 0),
 * in the batch's order. An entry takes 16 bytes: its value, and the address of its example's coefficients.
 */
export let columns: usize = 0;
export let columnEntries: usize = 0;

/** +1 for a lane of class +1, -1 for one of class -1, [2m]: a vector may hold one of each. */
export let classes: usize = 0;

/** m, which is also the number of vectors in a row of 2m lanes, and d. */
export let neurons: i32 = 0;
export let dimension: i32 = 0;

/** The power q of the CNN's activation; 0 for the linear network. */
export let power: i32 = 0;

/** Which update: 0 gradient, 1 adaptive, 2 sign. */
export let rule: i32 = 0;

/** eta, the coupled part of lambda, rho (what a step leaves of a weight), b1, b2, eps, and whether moments are corrected for bias. */
export let eta: f64 = 0;
export let coupled: f64 = 0;
export let rho: f64 = 1;
export let b1: f64 = 0;
export let b2: f64 = 0;
export let eps: f64 = 0;
export let correct: i32 = 0;
