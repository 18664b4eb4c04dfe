import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../model/errors.js';
import { parseImageCatalog } from './image-catalog.js';
import { loadImageCatalog } from './load.js';
import { resolveImage } from './resolve-image.js';

const catalog = loadImageCatalog();

const small = `version: 1
images:
  tomcat:
    repository: docker.io/library/tomcat
    releases:
      - { version: '9.0', java: '8', tag: 9.0.98-jre8 }
`;

function failure(text: string): ConfigError {
  try {
    parseImageCatalog(text, 'catalog.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('our catalogue', () => {
  test('has every image that generators and plans name', () => {
    const needed = [
      ...[
        'composer',
        'eclipse-temurin-jdk',
        'eclipse-temurin-jre',
        'mariadb',
        'maven',
        'mysql',
        'nginx',
        'node',
      ],
      ...['php-fpm', 'postgresql', 'redis', 'tomcat', 'zookeeper'],
    ];
    expect(Object.keys(catalog.images)).toEqual(expect.arrayContaining(needed));
  });

  test('has a default among the releases of each image', () => {
    for (const [key, image] of Object.entries(catalog.images)) {
      expect([key, image.releases.map(({ version }) => version)]).toEqual([
        key,
        expect.arrayContaining([image.default]),
      ]);
    }
  });
});

describe('resolveImage', () => {
  test('finds the release for a version and a Java', () => {
    const found = resolveImage(catalog, { image: 'tomcat', version: '9.0', java: '11' });
    expect(found?.reference).toBe('docker.io/library/tomcat:9.0.98-jre11-temurin-noble');
  });

  test('takes the highest Java when none is asked for', () => {
    expect(resolveImage(catalog, { image: 'tomcat', version: '10.1' })?.release.java).toBe('21');
  });

  test.each([
    { image: 'nothing', version: '1' },
    { image: 'tomcat', version: '4.1' },
    { image: 'tomcat', version: '10.1', java: '8' },
  ])('does not guess: $image $version', (request) => {
    expect(resolveImage(catalog, request)).toBeUndefined();
  });

  test('goes through the mirror, but only for docker.io', () => {
    const mirror = 'mirror.example.com:5000/hub';
    const own = parseImageCatalog(small.replace('docker.io/library', 'quay.io/me'), 'c');
    expect(resolveImage(catalog, { image: 'redis', version: '7.4', mirror })?.reference).toBe(
      'mirror.example.com:5000/hub/library/redis:7.4.1-bookworm',
    );
    expect(resolveImage(own, { image: 'tomcat', version: '9.0', mirror })?.reference).toBe(
      'quay.io/me/tomcat:9.0.98-jre8',
    );
  });

  test('adds a digest that the lock knows', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const lock = { 'docker.io/library/redis:7.4.1-bookworm': digest };
    expect(resolveImage(catalog, { image: 'redis', version: '7.4', lock })?.reference).toBe(
      `docker.io/library/redis:7.4.1-bookworm@${digest}`,
    );
  });

  test('says which user an image prepares', () => {
    expect(resolveImage(catalog, { image: 'redis', version: '7.4' })).toMatchObject({
      user: 999,
      group: 999,
    });
  });
});

describe('a catalogue that makes no sense is refused at its line', () => {
  test.each([
    ['broken YAML', 'version: 1\nimages: {', 2],
    ['another version', small.replace('version: 1', 'version: 2'), 1],
    ['an unknown field', small.replace('repository', 'repo'), 4],
    ['no registry', small.replace('docker.io/library/tomcat', 'tomcat'), 4],
    ['a floating tag', small.replace('9.0.98-jre8', 'latest'), 6],
    ['a number for a version', small.replace("version: '9.0'", 'version: 9.0'), 6],
    ['a release twice', `${small}      - { version: '9.0', java: '8', tag: x }\n`, 7],
    ['a wrong digest', small.replace('jre8 }', 'jre8, digest: abc }'), 6],
    ['no releases', small.replace(/releases:\n.*\n/, 'releases: []\n'), 4],
    ['an unknown default', small.replace('    releases', "    default: '8'\n    releases"), 5],
    ['root as user', small.replace('    releases', '    user: 0\n    releases'), 5],
    ['no mapping', 'version: 1\nimages: 3\n', 2],
  ])('%s', (_name, text, line) => {
    const error = failure(text);
    expect([error.file, error.line]).toEqual(['catalog.yaml', line]);
  });
});
