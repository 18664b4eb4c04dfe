import { describe, expect, test } from '@jest/globals';
import { DockerfileParser } from 'dockerfile-ast';
import type { Dockerfile } from 'dockerfile-ast';
import type { ComponentPlan } from '../../model/plan-component.js';
import { loadImageCatalog, loadTemplates } from '../../templates/load.js';
import { readSource, representativePlan } from '../../test/plans/representative-plan.js';
import { generateAll } from '../generate-all.js';
import type { GenerateInput, Generation } from '../generation.js';

const catalog = loadImageCatalog();
const templates = loadTemplates();

function generate(
  components: Readonly<Record<string, ComponentPlan>>,
  settings: Partial<GenerateInput['plan']['settings']> = {},
): Generation {
  const plan = {
    ...representativePlan,
    components,
    dependencies: {},
    settings: { ...representativePlan.settings, ...settings },
  };
  return generateAll({ plan, catalog, templates, readSource });
}

function planned(id: string): ComponentPlan {
  const found = representativePlan.components[id];
  if (!found) throw new Error(`no ${id} in the plan`);
  return found;
}

function textOf(generation: Generation, path: string): string {
  return generation.artefacts.find((artefact) => artefact.path === path)?.content ?? '';
}

function dockerfile(id: string, more: Partial<ComponentPlan> = {}): { text: string; parsed: Dockerfile } {
  const text = textOf(generate({ [id]: { ...planned(id), ...more } }), `${id}/Dockerfile`);
  return { text, parsed: DockerfileParser.parse(text) };
}

function instructions(parsed: Dockerfile, keyword: string): string[] {
  return parsed
    .getInstructions()
    .filter((one) => one.getKeyword() === keyword)
    .map((one) => one.getArgumentsContent() ?? '');
}

const built = ['api', 'front', 'ledger', 'order-web', 'portal', 'repository', 'shop'];

describe.each(built)('the Dockerfile of %s', (id) => {
  const { text, parsed } = dockerfile(id);

  test('parses, and each instruction is one that every builder knows', () => {
    const known = [
      'ARG',
      'CMD',
      'COPY',
      'ENTRYPOINT',
      'ENV',
      'EXPOSE',
      'FROM',
      'HEALTHCHECK',
      'LABEL',
      'RUN',
      'USER',
      'WORKDIR',
    ];
    expect(
      parsed
        .getInstructions()
        .map((one) => one.getKeyword())
        .filter((word) => !known.includes(word)),
    ).toEqual([]);
    expect(text).not.toMatch(/--mount|<<|--chmod|{{|undefined/);
  });

  test('comes from pinned images only', () => {
    const stages = parsed.getFROMs().map((from) => from.getBuildStage());
    for (const from of parsed.getFROMs()) {
      const image = from.getImage() ?? '';
      if (stages.includes(image)) continue;
      expect(from.getImageTag()).toMatch(/\d+\.\d+|^\d+u\d+/);
      expect(image).toMatch(/^docker\.io\//);
    }
  });

  test('ends as a numeric user with an exec-form command', () => {
    expect(instructions(parsed, 'USER').at(-1)).toBe('10001:10001');
    const command = [...instructions(parsed, 'ENTRYPOINT'), ...instructions(parsed, 'CMD')].at(-1) ?? '';
    expect(Array.isArray(JSON.parse(command))).toBe(true);
  });

  test('downloads nothing by hand and holds no secret', () => {
    expect(text).not.toMatch(/\b(curl|wget)\b|^ADD /m);
    expect(text).not.toMatch(/PLACEHOLDER|s3cr3t|0rders!|shop!/);
  });
});

describe('building from source', () => {
  test('resolves dependencies before the sources are copied', () => {
    const { text } = dockerfile('order-web');
    const order = [
      'COPY ["order-core/pom.xml", "order-core/"]',
      'RUN mvn -B -q -fn',
      'COPY . .',
      'rm -rf -- order-web/src/main/resources/mail.xml',
      '-pl order-web -am package',
    ];
    const at = order.map((part) => text.indexOf(part));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  test('what is mounted at run time is not in the image', () => {
    expect(dockerfile('order-web').text).toContain(
      'rm -rf -- WEB-INF/classes/db.properties WEB-INF/classes/mail.xml',
    );
    expect(dockerfile('shop').text).toContain('rm -rf -- wp-config.php');
  });

  test('words that the shell would read are quoted', () => {
    const build = {
      ...planned('order-web').build,
      commands: [['mvn', "-Dname=it's $HOME"]],
    } as ComponentPlan['build'];
    expect(dockerfile('order-web', { ...(build ? { build } : {}) }).text).toContain(
      `mvn '-Dname=it'\\''s $HOME'`,
    );
  });

  test('a source without a build is a problem, and there is no Dockerfile', () => {
    const { build: _unused, ...component } = planned('order-web');
    const generation = generate({ 'order-web': component });
    expect(textOf(generation, 'order-web/Dockerfile')).toBe('');
    expect(generation.problems.map(({ code }) => code)).toContain('build-unknown');
  });

  test('Ant is fetched with Maven, as it has no image', () => {
    expect(dockerfile('ledger').text).toContain('-Dartifact=org.apache.ant:ant:1.10.15');
  });
});

describe('Java at run time', () => {
  test("an archive is unpacked in a JDK stage, and libraries go to the server's class path", () => {
    const { text } = dockerfile('repository');
    expect(text).toContain('COPY ["repository.war", "/tmp/application.war"]');
    expect(text).toContain('-Dartifact=com.sun.mail:javax.mail:1.6.2');
    expect(text).toContain('COPY --from=libraries /libraries/ /usr/local/tomcat/lib/');
    expect(text).toContain('COPY --from=webapp /webapp/ /usr/local/tomcat/webapps/ROOT/');
  });

  test('the context path names the directory', () => {
    expect(dockerfile('repository', { contextPath: '/a/b' }).text).toContain('/webapps/a#b/');
  });

  test('a Spring Boot jar is unpacked, its libraries a layer of their own', () => {
    const { text, parsed } = dockerfile('portal');
    expect(text.indexOf('/libraries/ BOOT-INF/lib/')).toBeLessThan(
      text.indexOf('COPY --from=application /app/ ./'),
    );
    expect(instructions(parsed, 'ENTRYPOINT')).toEqual([
      '["java", "org.springframework.boot.loader.launch.JarLauncher"]',
    ]);
  });

  test('a plain jar is run as it is', () => {
    const { java: _unused, build: _build, ...component } = planned('portal');
    const jar = { ...component, source: { context: 'jars', path: 'batch.jar', form: 'archive' as const } };
    const text = textOf(generate({ batch: jar }), 'batch/Dockerfile');
    expect(text).toContain('COPY ["batch.jar", "./app.jar"]');
    expect(text).toContain('ENTRYPOINT ["java", "-jar", "app.jar"]');
  });
});

describe('PHP', () => {
  test('has a stage for PHP-FPM and one for nginx', () => {
    const { parsed } = dockerfile('shop');
    expect(parsed.getFROMs().map((from) => from.getBuildStage())).toEqual(['build', 'source', 'web', 'app']);
  });

  test('installs what is not built in, compilers go again', () => {
    const { text } = dockerfile('shop');
    expect(text).toContain('docker-php-ext-install -j"$(nproc)" gd intl mysqli');
    expect(text).toContain('pecl install redis-6.1.0');
    expect(text).toMatch(/apt-get purge .*libpng-dev/);
    expect(text).not.toMatch(/apt-get purge .*libpng16-16/);
    expect(text).not.toContain('mbstring');
  });

  test('what a release of PHP has no more, or nobody knows, is a problem', () => {
    const php = planned('shop').php;
    if (!php) throw new Error('no php');
    const shop = {
      ...planned('shop'),
      php: { ...php, extensions: ['mysql', 'ext-frobnicate', 'Zend OPcache'] },
    };
    const generation = generate({ shop });
    expect(generation.problems.map(({ code }) => code)).toEqual([
      'php-extension-gone',
      'php-extension-unknown',
    ]);
    expect(textOf(generation, 'shop/Dockerfile')).toContain('docker-php-ext-install -j"$(nproc)" opcache');
    const old = generate({ shop: { ...shop, runtime: { image: 'php-fpm', version: '5.6' } } });
    expect(textOf(old, 'shop/Dockerfile')).toContain('docker-php-ext-install -j"$(nproc)" mysql opcache');
  });
});

describe('settings', () => {
  const mirrored = generate(
    { 'order-web': planned('order-web') },
    { imageMirror: 'mirror.example.com/hub/' },
  );

  test('a mirror takes the place of docker.io', () => {
    expect(textOf(mirrored, 'order-web/Dockerfile')).toContain(
      'FROM mirror.example.com/hub/library/tomcat:9.0.98-',
    );
  });

  test('a digest from the lock is added', () => {
    const reference = 'docker.io/library/tomcat:9.0.98-jre8-temurin-noble';
    const digest = `sha256:${'a'.repeat(64)}`;
    const plan = {
      ...representativePlan,
      components: { 'order-web': planned('order-web') },
      dependencies: {},
    };
    const { artefacts } = generateAll({
      plan,
      catalog,
      templates,
      readSource,
      imageLock: { [reference]: digest },
    });
    const text = artefacts.find(({ path }) => path === 'order-web/Dockerfile')?.content ?? '';
    expect(text).toContain(`FROM ${reference}@${digest}`);
  });

  test.each([
    ['order-web', 'jre/lib/security/cacerts'],
    ['portal', '/lib/security/cacerts'],
    ['api', 'NODE_EXTRA_CA_CERTS'],
    ['shop', 'SSL_CERT_FILE'],
  ])('authorities of the company are trusted while %s is built', (id, means) => {
    const text = textOf(
      generate({ [id]: planned(id) }, { caBundle: '/etc/company.pem' }),
      `${id}/Dockerfile`,
    );
    expect(text).toContain('ARG CA_BUNDLE=');
    expect(text).toContain(means);
    expect(dockerfile(id).text).not.toContain('CA_BUNDLE');
  });

  test('an image that the catalogue lacks is a problem that names what there is', () => {
    const generation = generate({ api: { ...planned('api'), runtime: { image: 'node', version: '4' } } });
    const problem = generation.problems.find(({ code }) => code === 'image-unknown');
    expect(problem?.message.en).toContain('node 4');
    expect(problem?.hint.en).toContain('18, 20, 22');
  });

  test('comments are in the language of the plan', () => {
    const text = textOf(generate({ shop: planned('shop') }, { language: 'zh-CN' }), 'shop/Dockerfile');
    expect(text).toContain('# PHP-FPM：运行应用。');
  });
});

describe('the ignore file', () => {
  test('of sources leaves out what no build needs', () => {
    const text = textOf(generate({ 'order-web': planned('order-web') }), 'order-web/Dockerfile.dockerignore');
    expect(text.split('\n')).toEqual(expect.arrayContaining(['**/.git', '**/target', '**/*.pem']));
  });

  test('of an archive lets in only the archive', () => {
    const component = planned('repository');
    const source = { ...component.source, path: 'releases/repository.war' };
    const text = textOf(
      generate({ repository: { ...component, source } }),
      'repository/Dockerfile.dockerignore',
    );
    expect(text.split('\n').slice(1, 5)).toEqual([
      '*',
      '!releases',
      'releases/*',
      '!releases/repository.war',
    ]);
  });
});
