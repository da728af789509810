/** How records of one length follow each other in a file. */
export interface Records {
  readonly count: number;
  /** Bytes before the first. */
  readonly first: number;
  /** Bytes of each. */
  readonly each: number;
}

/** Records that are images, by rows, one channel after the other. */
export interface ImageRecords extends Records {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Bytes of a record before its pixels. */
  readonly before: number;
}

/** The beginning of a file, and how many bytes it has in all; undefined before it is unpacked, when a format without a head says 0 records. */
export interface Beginning {
  readonly bytes: Uint8Array;
  readonly size: number | undefined;
}

/** A format of files with images. What it finds wrong it says as a text: what the file must be, and what it is instead. */
export interface ImageFormat {
  readonly name: string;
  readonly about: string;
  /** K, where the format says it. */
  readonly classes?: number;
  /** Records of a file of images; a text where it is none. */
  images(file: Beginning): ImageRecords | string;
  /** Records of a file of labels, a byte each; absent where labels stand beside their images. */
  labels?(file: Beginning): Records | string;
  /** Where the label stands in a record of images, where it stands there. */
  readonly labelAt?: number;
}
