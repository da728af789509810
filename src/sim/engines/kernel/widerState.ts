// What the host sets, besides the variables of state.ts, for dense noise, for a loss of its own or for a model wider than the papers' (docs/theory.md 1.8).

/** Coordinates of the feature, k; 0 where examples say which feature they show, in a row of its own. */
export let featureSupport: i32 = 1;

/** The row of the feature that each example shows [n], after the rows of all noise patches; 0 where it is the first k coordinates. */
export let shownRows: usize = 0;

/**
 * Whether products of weights and patches are taken block by block for a whole batch (blocks.ts), of patches that are listed; and whether every noise patch has
 * all coordinates but the feature's. Then scratch: the list, what is packed; and how many examples are judged together, else 1.
 */
export let blocked: i32 = 0;
export let dense: i32 = 0;
export let listed: usize = 0;
export let packed: usize = 0;
export let together: i32 = 1;

/** Scratch of the gradient along dense patches (active.ts). */
export let active: usize = 0;

/** Whether every number of every patch is finite: then what 0 is multiplied by need not be read. */
export let allFinite: i32 = 0;

/** Whether they are taken in single precision: values are numbers of it then. */
export let single: i32 = 0;

/** The row that all patches listed have in common, 0 where there is none; scratch: <w, u> of it, then the sum of all coefficients [lanes]. */
export let baseRow: i32 = 0;
export let common: usize = 0;

/** Whether the loss is not the papers': the host then says how it pulls. */
export let ownLoss: i32 = 0;

/** K where it is above 2, else 0; then scratch of one example: what pulls each lane's output, pull -dL/dF_c of its class [lanes]. */
export let several: i32 = 0;
export let lanePulls: usize = 0;

/**
 * Whether the model is wider than the papers' (docs/theory.md 1.8), so that what is said below is read.
 *
 * Noise patches an example, and whether they and the signal are one vector; the signal's strength mu y/sqrt(k) of every example [n].
 */
export let wide: i32 = 0;
export let patches: i32 = 1;
export let unpatched: i32 = 0;
export let strengths: usize = 0;

/** Labels with which a leg's examples are seen, one for each of its indices; 0 where they are the examples' own. */
export let legLabels: usize = 0;

/** The activation: 0 z, 1 power, 2 leaky ReLU, 3 smoothed ReLU, 4 odd power; its exponent, of which `power` is 0 unless it is an integer. */
export let activation: i32 = 0;
export let exponent: f64 = 0;
export let leak: f64 = 0;
export let knee: f64 = 1;

/**
 * What outputs are multiplied by. Row of the biases among the weights, 0 where there are none; row of the second layer, one of ones where it is
 * fixed. Rows beyond the coordinates that are trained, 0 to 2, and their gradient.
 */
export let scale: f64 = 1;
export let biases: usize = 0;
export let head: usize = 0;
export let extraRows: i32 = 0;
export let extraGradient: usize = 0;

/** Scratch of one example: what the activation gives [(patches + 1) * lanes]; coefficients, or shares of an output [lanes]. */
export let activated: usize = 0;
export let factors: usize = 0;
