/** The image catalogue: which base images exist, as data that a team can replace (`--image-catalog`). */
export interface ImageCatalog {
  readonly version: 1;
  readonly images: Readonly<Record<string, CatalogImage>>;
}

export interface CatalogImage {
  /** Repository with its registry: `docker.io/library/tomcat`. */
  readonly repository: string;
  readonly releases: readonly CatalogRelease[];
  /** The version line to prefer where the application leaves a choice. */
  readonly default?: string;
  /** Numeric user and group that the image prepares for non-root use, if it does. */
  readonly user?: number;
  readonly group?: number;
}

export interface CatalogRelease {
  /** What plans ask for: a version line such as `9.0` or `8.2`. */
  readonly version: string;
  /** For images that come with several Java versions. */
  readonly java?: string;
  /** Always exact, never `latest`. */
  readonly tag: string;
  readonly digest?: string;
  /** Last month of support, `2027-03`, if known. */
  readonly supportedUntil?: string;
}
