/** Files of images and, where the format has them apart, of their labels: a path each, or several in the same order. */
export interface ImageFiles {
  /** Paths, or npm:PACKAGE/PATH for a file of an installed package. */
  readonly images: string | readonly string[];
  readonly labels?: string | readonly string[];
}

/** How each pixel's byte becomes a number: byte/255; that less its channel's mean, over its deviation; or byte over the length of the image. */
export const NORMALIZATIONS = ["unit", "standard", "length"] as const;

/** What patches are multiplied in. */
export const PRECISIONS = ["float64", "float32"] as const;

/** Real images as data: a setting's `data` where they are not drawn. */
export interface ImageSource extends ImageFiles {
  /** A name of the registry of formats; "idx" unless given. */
  readonly format?: string;
  /** Images that the test error is of; where absent, those of `images` that are not trained on. */
  readonly test?: ImageFiles;
  /** The labels that are kept, in the order of their classes; all where absent. */
  readonly only?: readonly number[];
  /** Height and width of a patch in pixels. */
  readonly patch: readonly [number, number];
  /** Pixels from one patch to the next, down and across; as large as a patch unless given. */
  readonly stride?: number | readonly [number, number];
  /** "unit" unless given. */
  readonly normalize?: (typeof NORMALIZATIONS)[number];
  /** In which numbers patches are multiplied with weights and coefficients; doubles where absent. All else is in doubles. */
  readonly precision?: (typeof PRECISIONS)[number];
  /** SHA-256 of what the files hold, unpacked; added where absent, and held to where given. */
  readonly sha256?: string;
}

/** The same with all that may be left out. */
export type CompleteSource = ImageSource &
  Required<Pick<ImageSource, "format" | "normalize" | "sha256">> & {
    readonly stride: readonly [number, number];
  };

/** How images are called: by the beginning of their hash, which a trainer of users' own need not have. */
export const imagesName = ({ sha256 }: { readonly sha256?: string | undefined }): string =>
  sha256 === undefined ? "images" : `images ${sha256.slice(0, 12)}`;

/** Whether a setting's data are images. */
export const isImages = (data: unknown): data is ImageSource =>
  typeof data === "object" && data !== null && !Array.isArray(data);
