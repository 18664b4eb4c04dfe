import type { FactValues } from '../model/fact-values.js';
import type { JdbcUrl } from '../model/jdbc-url.js';

/** What a JDBC URL says of a database, with the driver, the user and the profile that stand beside it; the URL's own user goes first. */
export function datasourceOf(
  url: JdbcUrl,
  beside: {
    readonly driver?: string | undefined;
    readonly username?: string | undefined;
    readonly profile?: string | undefined;
  },
): FactValues['datasource'] {
  const username = url.username ?? beside.username;
  return {
    product: url.product,
    ...(url.host !== undefined && { host: url.host }),
    ...(url.port !== undefined && { port: url.port }),
    ...(url.database !== undefined && { database: url.database }),
    ...(beside.driver !== undefined && { driver: beside.driver }),
    url: url.url,
    ...(username !== undefined && { username }),
    ...(beside.profile !== undefined && { profile: beside.profile }),
    embedded: url.embedded,
  };
}
