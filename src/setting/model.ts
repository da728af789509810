/** How the entries of a noise patch are drawn, each of mean 0 and variance 1 before sigmaP. */
export const NOISES = ["gaussian", "rademacher", "uniform", "laplace"] as const;

/** The activations; "power" is meant where the key is absent. */
export const ACTIVATIONS = ["power", "leakyRelu", "smoothedRelu", "oddPower"] as const;

/** What each output is multiplied by: 1, or one over the neurons of a class. */
export const OUTPUT_SCALES = ["1", "1/m"] as const;

/** The axes of the coordinates: as drawn, or turned by a random rotation. */
export const BASES = ["standard", "rotated"] as const;

/** When labels are flipped: once for all, or anew at every step. */
export const FLIP_TIMES = ["once", "step"] as const;

/** The second layer: all ones, or weights that start at one and are trained. */
export const SECOND_LAYERS = ["fixed", "trained"] as const;

/** The keys of a setting beyond the papers' model, in their order; `modelShape` says what each is. */
export const MODEL_KEYS = [
  "data",
  "mu",
  "classes",
  "featureSupport",
  "features",
  "frequencyRatio",
  "strengthRatio",
  "xor",
  "basis",
  "patches",
  "noise",
  "alongFeature",
  "flip",
  "flipEvery",
  "balance",
  "activation",
  "leak",
  "knee",
  "outputScale",
  "biases",
  "secondLayer",
] as const;

export type ModelKey = (typeof MODEL_KEYS)[number];

/** Those that a setting has. */
export const modelKeys = (setting: Readonly<Partial<Record<ModelKey, unknown>>>): ModelKey[] =>
  MODEL_KEYS.filter((key) => setting[key] !== undefined);

/** How many noise patches an example has: one where signal and noise are one vector, too. */
export const noisePatchesOf = ({ patches = 2 }: { readonly patches?: number | undefined }): number =>
  Math.max(1, patches - 1);

/** How many features there are: one a class where there are more than two, two where labels are an exclusive or. */
export const featureCountOf = ({
  features = 1,
  xor = false,
  classes = 2,
}: {
  readonly features?: number | undefined;
  readonly xor?: boolean | undefined;
  readonly classes?: number | undefined;
}): number => (classes > 2 ? classes : xor ? 2 : features);

/** How many coordinates features take, the first ones. */
export const featureCoordinatesOf = (
  setting: Parameters<typeof featureCountOf>[0] & { readonly featureSupport?: number | undefined },
): number => featureCountOf(setting) * (setting.featureSupport ?? 1);
