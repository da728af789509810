/**
 * Where the lemmas leave lambda a range: b <= n^(1/4), s sigmaP >= 4 n/b (which o(s sigmaP) asks of n/b), lambda from b^2/n = 1/4 to 1, eps of the
 * least size that Theta(lambda eta) leaves. Fewer seeds, since each is a training of up to a second.
 */
export const WINDOW = { where: { b: 2, s: 400, cEps: 0.26 }, called: "b = n^(1/4)", least: 9 } as const;

/**
 * Where signs are looked at: the noise, b s sigmaP/(n lambda) at rest, must stay below 7.2, the margin 745, beyond which residuals are 0 in doubles and a
 * sign of them is none. In the window it takes alpha = 0.8 to flip signs often.
 */
export const SIGNS = {
  overLambda: { grid: [1, 1.4, 2], where: { s: 16 } },
  overS: { grid: [9, 25, 49], where: { lambda: 2 } },
  one: { where: { s: 16 } },
  window: { grid: [0.6, 0.8, 1], ...WINDOW, where: { ...WINDOW.where, alpha: 0.8 } },
} as const;
