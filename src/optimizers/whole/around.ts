/** How the weights of a network lie: coordinate by coordinate, its lanes side by side ([rows * lanes], `Weights`). */
export interface Shape {
  /** K */
  readonly classes: number;
  /** m, of a class. */
  readonly neurons: number;
}

/** What an optimizer of the second form is given beside an iterate and its gradient. */
export interface Around {
  readonly shape: Shape;
  /** Gradient of the loss of the same batch at other weights, [as the weights], in an array of its own; throws `NotFinite`. */
  gradientAt(weights: Float64Array): Float64Array;
}

/** Thrown where an output at other weights is not finite: the step is not taken. */
export class NotFinite extends Error {}
