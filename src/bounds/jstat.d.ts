/** What we use of jstat, which brings no types. */
declare module "jstat" {
  const jstat: {
    readonly beta: {
      /** Quantile of the beta distribution at p. */
      inv(p: number, alpha: number, beta: number): number;
      /** Its distribution function. */
      cdf(x: number, alpha: number, beta: number): number;
    };
  };
  export default jstat;
}
