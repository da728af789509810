/** What a figure on real images says of the test error along a column, without its numbers. */
export interface PublishedTrend {
  readonly source: string;
  readonly column: string;
  readonly says: string;
  /** Whether it rises along the whole column. */
  readonly rises?: true;
  /** From which value on it does, for one optimizer. */
  readonly breaks?: number;
}

/** [T25] on CIFAR-10, with VGG16 and ResNet18. */
export const TRENDS: readonly PublishedTrend[] = [
  { source: "[T25] Fig. 1, 7", column: "batchSize", says: "rises with b (CIFAR-10)", rises: true },
  {
    source: "[T25] Fig. 2, 8",
    column: "weightDecay",
    says: "Adam breaks above 0.05, dotted (CIFAR-10)",
    breaks: 0.05,
  },
];
