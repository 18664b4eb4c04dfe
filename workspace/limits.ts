/** Every limit that guards the run against hostile or simply huge input. What goes beyond one leaves a Problem. */
export interface Limits {
  /** Largest file, in bytes, that is decoded to text or parsed. */
  readonly textBytes: number;
  /** Largest file or archive member, in bytes, that is held in memory. */
  readonly fileBytes: number;
  /** Bytes of content kept between questions; beyond that a file is read again instead. */
  readonly keepBytes: number;
  /** Files of one input. */
  readonly files: number;
  /** Directories below one another. */
  readonly directoryDepth: number;
  /** Archives inside archives. */
  readonly archiveDepth: number;
  /** Members of one archive. */
  readonly archiveEntries: number;
  /** How many times larger than packed a member may become, once it is above `archiveRatioFloor` bytes. */
  readonly archiveRatio: number;
  readonly archiveRatioFloor: number;
  /** Bytes that all members of all archives of one input may unpack to. */
  readonly archiveTotalBytes: number;
  /** Elements below one another in XML. */
  readonly xmlDepth: number;
  /** Scalars of one YAML file, with aliases counted each time. */
  readonly yamlEntries: number;
  /** Characters of an evidence's excerpt. */
  readonly excerptLength: number;
}

const MB = 1024 * 1024;

/** The limits of an ordinary run. */
export const defaultLimits: Limits = {
  textBytes: 64 * MB,
  fileBytes: 1024 * MB,
  keepBytes: 512 * MB,
  files: 1_000_000,
  directoryDepth: 200,
  archiveDepth: 4,
  archiveEntries: 100_000,
  archiveRatio: 200,
  archiveRatioFloor: 16 * MB,
  archiveTotalBytes: 4096 * MB,
  xmlDepth: 500,
  yamlEntries: 200_000,
  excerptLength: 160,
};
