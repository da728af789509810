// What the host sets before the first call: addresses in the memory, sizes, numbers of the optimizer. All addresses are multiples of 16.

/**
 * A kernel holds lanes: all 2m of a training, class +1 first, or the m of one class where two kernels share the training. Each
 * coordinate has a row of them, filled up to whole vectors by lanes of zeros; `row` is its size in bytes, "lanes" below their number.
 */
export let row: usize = 0;

/** The classes held, from firstClass to before endClass: 0 is class +1, 1 is class -1. */
export let firstClass: i32 = 0;
export let endClass: i32 = 2;

/** Current weights [d * lanes], coordinate-major; of a wider model the rows of biases and second layer after them. */
export let weights: usize = 0;

/** First and second moments, as many; unused by the rules without moments. */
export let mom: usize = 0;
export let sec: usize = 0;

/** Gradient of the coordinate that is about to be updated [lanes], and of the feature's [k * lanes]. */
export let gradient: usize = 0;
export let signalGradient: usize = 0;

/** Examples by rows, as in src/data/examples.ts; and every coordinate's distance in bytes from the first weight. */
export let labels: usize = 0;
export let rows: usize = 0;
export let coordinates: usize = 0;
export let distances: usize = 0;
export let values: usize = 0;

/** Scratch of one example [lanes]: what each lane gives to its output. */
export let given: usize = 0;

/**
 * Scratch of a batch: <w, xi> of every example, which becomes the coefficient of xi [b * lanes]; its margin [b]. Of a wider model an
 * example has more rows (wider.ts).
 */
export let noise: usize = 0;
export let margins: usize = 0;

/** Outputs of a batch, [2][b]: F_{+1} of its examples, and `outputsSize` bytes later F_{-1}. Two threads have two of these, side by side. */
export let outputs: usize = 0;
export let outputsSize: usize = 0;

/**
 * The batch's noise patches by columns, coordinate 0 left out. Column k is entries columns[k-1] .. columns[k] - 1 (from 0 for k = 0),
 * in the batch's order. An entry takes 16 bytes: its value, and the address of its example's coefficients.
 */
export let columns: usize = 0;
export let columnEntries: usize = 0;

/** +1 for a lane of class +1, -1 for one of class -1, 0 for one that fills a row up, [lanes]: a vector may hold two of these. */
export let classes: usize = 0;

/** m and d. */
export let neurons: i32 = 0;
export let dimension: i32 = 0;

/** The power q of the CNN's activation, where it is an integer; 0 for the linear network. */
export let power: i32 = 0;

/** Which update: 0 gradient, 1 adaptive, 2 sign, 3 by formulas. */
export let rule: i32 = 0;

/** eta, the coupled part of lambda, rho (what a step leaves of a weight), b1, b2, eps, and whether moments are corrected for bias. */
export let eta: f64 = 0;
export let coupled: f64 = 0;
export let rho: f64 = 1;
export let b1: f64 = 0;
export let b2: f64 = 0;
export let eps: f64 = 0;
export let correct: i32 = 0;

/** Of an update by formulas: places in the table of the two functions that another module has (src/sim/engines/formula). */
export let formulaBegin: u32 = 0;
export let formulaRows: u32 = 0;
