interface Ended {
  /** Version line, as a prefix of versions: `2.7` covers `2.7.18`. */
  readonly line: string;
  /** Last month of free support. */
  readonly until: string;
}

/**
 * Product lines without free support. Lines that still have it, or whose end nobody announced, are not listed.
 *
 * Sources: https://endoflife.date (spring-boot, spring-framework, apache-struts, log4j, tomcat, oracle-jdk),
 * https://tomcat.apache.org/tomcat-55-eol.html,
 * https://struts.apache.org/struts1eol-announcement, https://attic.apache.org (Axis, iBATIS),
 * https://xfire.codehaus.org (superseded by CXF in 2007).
 */
const ended: Readonly<Record<string, readonly Ended[]>> = {
  'spring-boot': [
    ...['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'].map((line) => ({ line, until: '2019-08' })),
    { line: '2.0', until: '2019-03' },
    { line: '2.1', until: '2019-10' },
    { line: '2.2', until: '2020-10' },
    { line: '2.3', until: '2021-05' },
    { line: '2.4', until: '2021-11' },
    { line: '2.5', until: '2022-05' },
    { line: '2.6', until: '2022-11' },
    { line: '2.7', until: '2023-06' },
    { line: '3.0', until: '2023-12' },
    { line: '3.1', until: '2024-06' },
    { line: '3.2', until: '2024-12' },
    { line: '3.3', until: '2025-06' },
    { line: '3.4', until: '2025-12' },
    { line: '3.5', until: '2026-06' },
  ],
  spring: [
    ...['1', '2', '3'].map((line) => ({ line, until: '2016-12' })),
    { line: '4', until: '2020-12' },
    { line: '5.0', until: '2020-12' },
    { line: '5.1', until: '2020-12' },
    { line: '5.2', until: '2021-12' },
    { line: '5.3', until: '2024-08' },
    { line: '6.0', until: '2024-06' },
    { line: '6.1', until: '2025-06' },
    { line: '6.2', until: '2026-06' },
  ],
  struts1: [{ line: '1', until: '2013-04' }],
  struts2: [
    ...['2.0', '2.1', '2.2', '2.3'].map((line) => ({ line, until: '2019-05' })),
    { line: '2.5', until: '2024-04' },
  ],
  ibatis: [{ line: '2', until: '2010-06' }],
  xfire: [{ line: '1', until: '2007-05' }],
  log4j1: [{ line: '1', until: '2015-08' }],
  tomcat: [
    ...['3', '4'].map((line) => ({ line, until: '2008-12' })),
    { line: '5', until: '2012-09' },
    { line: '6', until: '2016-12' },
    { line: '7', until: '2021-03' },
    { line: '8.0', until: '2018-06' },
    { line: '8.5', until: '2024-03' },
    { line: '10.0', until: '2022-10' },
  ],
};

/** Java versions for which nobody publishes free updates. Source: https://endoflife.date/oracle-jdk, extended support. */
const endedJava: Readonly<Record<string, string>> = {
  '2': '2003-11',
  '3': '2006-03',
  '4': '2008-10',
  '5': '2009-10',
  '6': '2018-12',
  '7': '2022-07',
  '9': '2018-03',
  '10': '2018-09',
  '12': '2019-09',
  '13': '2020-03',
  '14': '2020-09',
  '15': '2021-03',
  '16': '2021-09',
  '18': '2022-09',
  '19': '2023-03',
  '20': '2023-09',
};

/** The line a version belongs to and when its support ended; undefined while it is supported, or not known. */
export function findEndOfLife(product: string, version: string): Ended | undefined {
  const lines = Object.hasOwn(ended, product) ? ended[product] : undefined;
  return lines?.find(({ line }) => version === line || version.startsWith(`${line}.`));
}

/** The month in which a Java feature version's support ended; undefined while it is supported. */
export function javaEndOfLife(version: string): string | undefined {
  return Object.hasOwn(endedJava, version) ? endedJava[version] : undefined;
}
