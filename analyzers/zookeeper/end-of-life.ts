/** Month in which support of a ZooKeeper line ended. Source: https://zookeeper.apache.org/releases.html and https://endoflife.date/zookeeper */
const endOfLife: ReadonlyMap<string, string> = new Map([
  ['3.3', '2013-12'],
  ['3.4', '2020-06'],
  ['3.5', '2022-06'],
  ['3.6', '2022-12'],
  ['3.7', '2024-02'],
]);

/** The month in which support for a version ended; undefined for lines that are supported or unknown. */
export function endOfLifeOf(version: string): string | undefined {
  return endOfLife.get(version.split('.').slice(0, 2).join('.'));
}
