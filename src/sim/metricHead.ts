/** What a table says of a metric that goes by a name. */
export interface MetricHead {
  readonly name: string;
  readonly about: string;
  readonly unit: string;
  /** Of a trainer of a user's own: it is not defined here. */
  readonly outside?: true;
}
