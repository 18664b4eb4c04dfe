import type { FactValues } from '../../model/fact-values.js';
import { parseJdbcUrl } from '../../model/jdbc-url.js';
import { isSecretKey } from '../../workspace/mask.js';
import { childOf, descendantsOf, type XmlElement } from '../../workspace/xml/xml-element.js';
import type { FactCollector } from '../fact-collector.js';
import { datasourceOf } from '../jdbc-datasource.js';
import type { MavenModel } from './model.js';
import { elementAt, elementsAt, type Pom, type Sourced } from './pom.js';
import { profileId } from './profiles.js';

type Purpose = FactValues['credential']['purpose'];

interface Options {
  readonly unit: string;
  readonly by: string;
  readonly collector: FactCollector;
}

/** Properties that one place of a POM defines: by default, or in a profile that is not active. */
interface PropertySet {
  readonly pom: Pom;
  readonly element: XmlElement;
  readonly profile?: string;
}

/**
 * Databases and passwords that a POM's properties hold, to be filtered into resources. A property that another one
 * overrides says nothing; one of an inactive profile says it for that profile.
 */
export function emitPropertyFacts(model: MavenModel, options: Options): void {
  for (const set of propertySets(model)) {
    for (const property of set.element.children) {
      const overridden = set.profile === undefined && model.definition(property.name)?.element !== property;
      if (property.text === '' || overridden) continue;
      emitDataSource(model, { property, set }, options);
      if (isSecretKey(property.name)) emitCredential({ property, set }, options);
    }
  }
  for (const source of pluginConfigurations(model)) emitPluginCredentials(source, options);
}

function propertySets(model: MavenModel): PropertySet[] {
  const active = model.lineage.layers.map(({ element }) => element);
  const layers = model.lineage.layers.map(({ pom, element }) => ({
    pom,
    holder: element,
    profile: undefined,
  }));
  const inactive = model.lineage.poms.flatMap((pom) =>
    elementsAt(pom.element, 'profiles', 'profile')
      .filter((profile) => !active.includes(profile))
      .map((profile) => ({ pom, holder: profile, profile: profileId(profile) })),
  );
  return [...layers, ...inactive].flatMap(({ pom, holder, profile }) => {
    const element = elementAt(holder, 'properties');
    return element ? [{ pom, element, ...(profile !== undefined && { profile }) }] : [];
  });
}

interface Found {
  readonly property: XmlElement;
  readonly set: PropertySet;
}

function emitDataSource(model: MavenModel, { property, set }: Found, options: Options): void {
  const url = parseJdbcUrl(model.value({ element: property, pom: set.pom })?.text ?? '');
  if (!url) return;
  const sibling = siblingOf({ property, set }, /^(user|username|user-name|userid)$/i);
  const driver = plain(
    siblingOf({ property, set }, /^(driver|driverclass|driverclassname|driver-class-name)$/i)?.text,
  );
  options.collector.add(
    'datasource',
    options.unit,
    {
      ...datasourceOf(url, { driver, username: plain(sibling?.text), profile: set.profile }),
      configuredBy: property.name,
    },
    set.pom.file.evidence(options.by, property.line),
  );
}

function emitCredential({ property, set }: Found, options: Options): void {
  if (plain(property.text) === undefined) return;
  const username = plain(siblingOf({ property, set }, /^(user|username|user-name|userid|name)$/i)?.text);
  options.collector.add(
    'credential',
    options.unit,
    {
      key: property.name,
      purpose: purposeOf(property.name),
      ...(username !== undefined && { username }),
      ...(set.profile !== undefined && { profile: set.profile }),
    },
    set.pom.file.evidence(options.by, property.line),
  );
}

function pluginConfigurations(model: MavenModel): Sourced[] {
  return model.lineage.layers.flatMap(({ pom, element }) =>
    elementsAt(element, 'build', 'plugins', 'plugin').map((plugin) => ({ pom, element: plugin })),
  );
}

/** A database migration or deployment plugin's `<password>`. */
function emitPluginCredentials({ element, pom }: Sourced, options: Options): void {
  const artifact = childOf(element, 'artifactId')?.text ?? '';
  for (const configuration of descendantsOf(element, 'configuration')) {
    for (const secret of leaves(configuration).filter((leaf) => isSecretKey(leaf.local))) {
      if (plain(secret.text) === undefined) continue;
      const user = secret.parent?.children.find((child) => /^user(name)?$/i.test(child.local));
      const username = plain(user?.text);
      options.collector.add(
        'credential',
        options.unit,
        {
          key: `${artifact}.${secret.local}`,
          purpose: purposeOf(artifact),
          ...(username !== undefined && { username }),
        },
        pom.file.evidence(options.by, secret.line),
      );
    }
  }
}

function leaves(element: XmlElement): readonly XmlElement[] {
  return element.children.length === 0 ? [element] : element.children.flatMap(leaves);
}

/** The property whose name differs in the last part only: `jdbc.username` beside `jdbc.url`. */
function siblingOf({ property, set }: Found, last: RegExp): XmlElement | undefined {
  const stem = stemOf(property.name);
  return set.element.children.find(
    (child) => stemOf(child.name) === stem && last.test(child.name.slice(stem.length).replace(/^[._-]/, '')),
  );
}

function stemOf(name: string): string {
  return name.replace(/[._-]?[^._-]*$/, '');
}

function plain(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /[${}@]/.test(text) || text === 'true' || text === 'false'
    ? undefined
    : text;
}

const purposes: readonly (readonly [RegExp, Purpose])[] = [
  [/redis|memcache|cache/i, 'cache'],
  [/mail|smtp|imap/i, 'mail'],
  [/ldap/i, 'ldap'],
  [/rabbit|activemq|kafka|jms|\bmq/i, 'messaging'],
  [/key-?store|trust-?store|gpg|sign/i, 'keystore'],
  [
    /jdbc|\bdb|database|data-?source|mysql|oracle|postgres|sqlserver|liquibase|flyway|mybatis|hibernate|sql/i,
    'database',
  ],
];

function purposeOf(name: string): Purpose {
  return purposes.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
