import { reportPlan } from '../generation.js';
import type { ComponentScope } from '../generation.js';
import { baseImage, defaultImage } from '../images.js';
import { javaHome, joinPath, tomcatHome, tomcatWebapp } from '../layout.js';
import { runData } from './run-data.js';
import { buildStage, commonData, mavenImage, removeFromTree } from './stage-data.js';
import { noBuild, noBuildHint } from './texts.js';

/** Dockerfile of a WAR on Tomcat; undefined when an image is missing or nothing says how to build. */
export function renderWar(scope: ComponentScope): string | undefined {
  const { component } = scope;
  const runtime = baseImage(scope, { ...component.runtime, subject: `components.${scope.id}.runtime` });
  const origin = originOf(scope);
  if (!runtime || !origin) return undefined;
  const jdk = jdkImage(scope);
  const needsMaven = component.libraries.length > 0 || component.build?.tool === 'ant';
  const maven = needsMaven ? mavenImage(scope) : undefined;
  if (jdk === undefined || (needsMaven && maven === undefined)) return undefined;
  const webapp = tomcatWebapp(component.contextPath);
  return scope.templates.render('dockerfile/war', {
    ...commonData(scope),
    ...runData(scope, runtime.reference),
    build: origin.stage ?? false,
    libraries: component.libraries.length > 0 && component.libraries,
    mavenImage: maven ?? false,
    jdkImage: jdk,
    archive: origin.archive,
    copyArchive: [origin.path, '/tmp/application.war'],
    archivePath: origin.stage ? origin.path : '/tmp/application.war',
    copyDirectory: [directoryToCopy(origin.path), './'],
    remove: removeFromTree(scope, [{ from: '', to: webapp }]),
    runtimeImage: runtime.reference,
    home: tomcatHome,
    webapp,
    command: component.command ?? ['catalina.sh', 'run'],
  });
}

/** Dockerfile of an executable jar. */
export function renderJava(scope: ComponentScope): string | undefined {
  const { component } = scope;
  const runtime = baseImage(scope, { ...component.runtime, subject: `components.${scope.id}.runtime` });
  const origin = originOf(scope);
  if (!runtime || !origin) return undefined;
  const launcher = component.java?.launcher;
  const unpack = launcher === undefined ? runtime.reference : jdkImage(scope);
  const needsMaven = component.build?.tool === 'ant';
  const maven = needsMaven ? mavenImage(scope) : undefined;
  if (unpack === undefined || (needsMaven && maven === undefined)) return undefined;
  return scope.templates.render('dockerfile/java', {
    ...commonData(scope),
    ...runData(scope, runtime.reference),
    build: origin.stage ?? false,
    mavenImage: maven ?? false,
    unpackImage: unpack,
    launcher: launcher !== undefined,
    copyArchive: [origin.path, '/tmp/application.jar'],
    archivePath: origin.stage ? origin.path : '/tmp/application.jar',
    copyApplication: origin.archive ? [origin.path, './app.jar'] : [directoryToCopy(origin.path), './'],
    remove: removeFromTree(scope, [{ from: '', to: javaHome }]),
    runtimeImage: runtime.reference,
    command: component.command ?? (launcher === undefined ? ['java', '-jar', 'app.jar'] : ['java', launcher]),
  });
}

/** An image with the `jar` tool. */
function jdkImage(scope: ComponentScope): string | undefined {
  const { java } = scope.component.runtime;
  return defaultImage(scope, {
    image: 'eclipse-temurin-jdk',
    ...(java === undefined ? {} : { java }),
    subject: `components.${scope.id}`,
  })?.reference;
}

/** Where the finished application is: in the build stage or in the context. */
interface Origin {
  readonly path: string;
  readonly archive: boolean;
  readonly stage: ReturnType<typeof buildStage>;
}

function originOf(scope: ComponentScope): Origin | undefined {
  const { source, build } = scope.component;
  if (source.form !== 'source') {
    return { path: source.path, archive: source.form === 'archive', stage: undefined };
  }
  if (!build || build.output === '') {
    reportPlan(scope, { code: 'build-unknown', message: noBuild({ id: scope.id }), hint: noBuildHint() });
    return undefined;
  }
  const stage = buildStage(scope, build);
  return stage && { path: joinPath('/src', build.output), archive: /\.[jw]ar$/i.test(build.output), stage };
}

function directoryToCopy(path: string): string {
  return path === '' ? './' : `${path}/`;
}
