// What the host sets besides the dense kernel's variables (src/sim/engines/kernel/state.ts), of which these have another meaning here:
// `weights`, `mom` and `sec` hold the rows of u, c_0, ..., c_{n-1}, [(n + 1) * lanes], and `dimension` is n + 1; `rows`, `coordinates` and
// `values` hold the projection P_il by rows, `distances` those of c_l from c_0.
//
// Where every coordinate takes its own step, c_i is not used; `rows` and `values` hold the entries of zeta_i, and `distances` are those of
// what was added on an entry from what was added on the first.

/** Whether every coordinate takes its own step. */
export let each: i32 = 0;

/** What x_i is summed from: the rows of c_0, ..., c_{n-1}, or what was added on every entry [entries * lanes]. */
export let parts: usize = 0;

/** Scratch where every coordinate takes its own step: what is above the fraction, and the root below it [lanes]. */
export let numerators: usize = 0;
export let roots: usize = 0;

/** x_i at the start without the feature's part, <w_0, zeta_i> [n * lanes]. */
export let initial: usize = 0;

/** The steps that example i's lanes have behind them [n]. */
export let upTo: usize = 0;

/** What xi_i has on coordinate 0 [n]. */
export let featureNoise: usize = 0;

/** Place of an example in the batch: the address of its coefficients, 0 for one that is not in it [n]. */
export let places: usize = 0;

/** Scratch of a step: for each label, +1 first, what u gives to the outputs and takes from the residuals [2][2][lanes]. */
export let signals: usize = 0;

/** What a step without a gradient leaves of a lane: rho, and for SGD 1 - eta lambda. */
export let shrinkage: f64 = 1;

/** How a lane moves on while its gradient is zero: 0 it shrinks; 1 it has moments, whose steps are summed; 2 its steps are taken one by one. */
export let remembers: i32 = 0;

/** For how many steps without a gradient moments go on to be felt; Infinity for all. */
export let horizon: f64 = 0;

/** Room for the step sizes of the first steps, and for how many. */
export let sizes: usize = 0;
export let sizesRoom: f64 = 0;

/** Room for sums of steps, by how many steps are summed; 0 where none is kept yet. */
export let drifts: usize = 0;
export let driftsRoom: f64 = 0;
