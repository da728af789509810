/** A loss of the margin z = F_y - F_{-y}. */
export interface Loss {
  /** L(z), any double. */
  value(margin: number): number;
  /** -L'(z): what pulls the margin up; negative where the loss would have it smaller. */
  pull(margin: number): number;
}
