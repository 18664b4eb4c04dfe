/** A key of a Secret: letters, digits, `-`. Source: Kubernetes API, Secret.data. */
export function secretKey(name: string): string {
  return (
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'value'
  );
}

/** The environment variable that Spring's relaxed binding maps to a property: `spring.datasource.url` → SPRING_DATASOURCE_URL. */
export function environmentName(property: string): string {
  return property
    .replace(/\[(\d+)\]/g, '_$1_')
    .replace(/[.\s]+/g, '_')
    .replaceAll('-', '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/_+/g, '_')
    .replace(/_$/, '')
    .toUpperCase();
}

/** What stands in a generated file where a secret belongs; the verifier replaces it in trials, a person for good. */
export function placeholderFor(secret: string, key: string): string {
  return `DRYDOCK_PLACEHOLDER_${`${secret}_${key}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}
