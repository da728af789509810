/** Where weight decay enters: into the gradient (coupled) or beside it, as a factor 1 - eta*lambda on the weights (decoupled). */
export type Decay = "coupled" | "decoupled";

/**
 * What a kind of decay makes of lambda.
 *
 * g + coupled w,  then  rho w - step:   coupled decay: (lambda, 1);  decoupled decay: (0, 1 - eta lambda)
 *
 * @param decay coupled or decoupled
 * @param hyper eta = lr, lambda = weightDecay
 * @returns the two factors
 * Source: [T25] 3.4-3.6, 5.1, B.2.
 * @example
 * decayFactors("decoupled", { lr: 0.5, weightDecay: 1 }) // => { coupled: 0, rho: 0.5 }
 */
export function decayFactors(
  decay: Decay,
  { lr: eta, weightDecay: lambda }: { readonly lr: number; readonly weightDecay: number },
) {
  return decay === "coupled" ? { coupled: lambda, rho: 1 } : { coupled: 0, rho: 1 - eta * lambda };
}
