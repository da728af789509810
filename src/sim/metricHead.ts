/** What a table says of a metric that goes by a name. */
export interface MetricHead {
  readonly name: string;
  readonly about: string;
  readonly unit: string;
}
