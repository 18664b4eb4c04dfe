import type { FactOf } from '../../model/fact.js';
import type { ComponentPlan, EnvPlan } from '../../model/plan-component.js';
import { decideExposure, dependsOnOf, emptyComponent, mergeEnv, sourceOf } from '../component/base.js';
import { externaliseConfiguration, mergeSecrets } from '../configuration/externalise.js';
import { homeOf } from '../configuration/mount-path.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { isActive } from '../dependencies/profiles.js';
import { planEnvironment } from '../running/environment.js';
import { portsOfApplication } from '../running/ports.js';
import { planProbes, smokeTestOf } from '../running/probes.js';
import { decideReplicas } from '../running/replicas.js';
import { planResources } from '../running/resources.js';
import { planStorage } from '../storage/volumes.js';
import { contextPathFound, shutdownGraceful } from '../texts/java.js';
import { compareVersions } from '../versions.js';
import { planJavaBuild } from './build.js';
import { planJre } from './server.js';
import { planSystemProperties } from './system-properties.js';

/** An executable jar on a JRE. */
export function planJar(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[]; profile: string | undefined },
): ComponentPlan {
  const runtime = planJre(context);
  const boot = bootOf(context);
  const contextPath = decideContextPath(context, given.profile);
  const home = homeOf('java', contextPath);
  const storage = planStorage(context, { workingDirectory: home, documentRoot: home, keepProgram: true });
  const config = externaliseConfiguration(context, {
    ...given,
    mount: { kind: 'java', contextPath, home, springBoot: boot !== undefined },
  });
  const environment = planEnvironment(context, given.dependencies);
  const properties = planSystemProperties(context, storage);
  const network = planNetwork(context, {
    ...given,
    contextPath,
    framework: boot ? 'Spring Boot' : 'Java',
    healthGroups: hasHealthGroups(context, boot?.value.version),
  });
  const volumes = [...storage.volumes, ...properties.volumes];
  const build = planJavaBuild(context, runtime.java ?? runtime.version, config.remove);
  const launcher = launcherOf(boot?.value.version);
  return {
    ...emptyComponent(context),
    kind: 'java',
    source: sourceOf(context),
    ...(build && context.best('packaging')?.value.form === 'source'
      ? { build: { ...build, remove: config.remove } }
      : {}),
    runtime,
    replicas: decideReplicas(context, { hasClaims: volumes.some((volume) => volume.kind === 'claim') }),
    ...network.plan,
    contextPath,
    env: mergeEnv(environment.env, config.env, network.env, boot ? springEnv(context, given.profile) : []),
    configFiles: config.configFiles,
    secrets: mergeSecrets([...config.secrets, ...environment.secrets]),
    volumes,
    resources: planResources(context, 'java'),
    dependsOn: dependsOnOf(context, given.dependencies),
    systemProperties: properties.systemProperties,
    ...(launcher === undefined ? {} : { java: { launcher } }),
  };
}

/**
 * An embedded server that lets requests end before it stops: Spring Boot can since 2.3, and does so by itself since 3.4. It waits 30
 * seconds at most, which the grace period holds.
 *
 * Source: https://docs.spring.io/spring-boot/reference/web/graceful-shutdown.html
 */
function shutdownEnv(context: ComponentContext, version: string | undefined): EnvPlan[] {
  const embedded = context.all('server').find((fact) => fact.value.embedded);
  if (!embedded || version === undefined) return [];
  if (compareVersions(version, '2.3') < 0 || compareVersions(version, '3.4') >= 0) return [];
  const value = context.decide('env.SERVER_SHUTDOWN', 'graceful', {
    because: shutdownGraceful({ version }),
    evidence: evidenceOf(embedded),
  });
  return [{ name: 'SERVER_SHUTDOWN', value }];
}

/** In Kubernetes they are on by themselves; said so that they are there wherever the image runs. */
const healthGroupsOn: EnvPlan = { name: 'MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED', value: 'true' };

/**
 * Spring Boot has them since 2.3. With Spring Security on the class path rules may let `/health` through and not what is below it.
 *
 * Source: https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/actuator.html#actuator.endpoints.kubernetes-probes
 */
function hasHealthGroups(context: ComponentContext, version: string | undefined): boolean {
  const secured = context
    .all('library')
    .some(({ value }) => /^spring-(boot-starter-)?security/.test(value.name));
  return version !== undefined && compareVersions(version, '2.3') >= 0 && !secured;
}

/** Ports, probes and exposure; a job without a port has none of them. */
function planNetwork(
  context: ComponentContext,
  given: { profile: string | undefined; contextPath: string; framework: string; healthGroups: boolean },
): { plan: Pick<ComponentPlan, 'ports' | 'probes' | 'exposure' | 'smokeTest'>; env: readonly EnvPlan[] } {
  const listens = context.all('port').length > 0 || context.all('server').some((fact) => fact.value.embedded);
  if (!listens) return { plan: { ports: [], probes: {}, exposure: 'none' }, env: [] };
  const ports = portsOfApplication(context, {
    fallback: 8080,
    framework: given.framework,
    profile: given.profile,
    variable: 'SERVER_PORT',
  });
  const management = ports.ports.some((port) => port.name === 'management');
  const probes = planProbes(context, {
    port: 'http',
    contextPath: given.contextPath === '/' ? '' : given.contextPath,
    ...(management ? { managementPort: 'management' } : {}),
    healthGroups: given.healthGroups,
  });
  const env =
    probes.liveness?.path?.endsWith('/liveness') === true && given.healthGroups ? [healthGroupsOn] : [];
  const plan = {
    ports: ports.ports,
    probes,
    exposure: decideExposure(context),
    ...smokeTestOf(probes),
  };
  return { plan, env: [...ports.env, ...env] };
}

function decideContextPath(context: ComponentContext, profile: string | undefined): string {
  const facts = context.all('context-path').filter((fact) => isActive(fact.value.profile, profile));
  const fact = facts.find((one) => one.value.profile !== undefined) ?? facts[0];
  const path = fact ? `/${fact.value.path.replace(/^\/+|\/+$/g, '')}` : '/';
  if (fact)
    context.decide('contextPath', path, {
      because: contextPathFound({ path, place: placeOf(fact) }),
      evidence: evidenceOf(fact),
    });
  return path;
}

function springEnv(context: ComponentContext, profile: string | undefined): EnvPlan[] {
  const { version } = bootOf(context)?.value ?? {};
  return [
    ...(profile === undefined ? [] : [{ name: 'SPRING_PROFILES_ACTIVE', value: profile }]),
    ...shutdownEnv(context, version),
  ];
}

function bootOf(context: ComponentContext): FactOf<'framework'> | undefined {
  return context.all('framework').find((fact) => fact.value.name === 'spring-boot');
}

/** Jars have layers since Spring Boot 2.4; the launcher moved in 3.2. Source: Spring Boot reference, "Efficient Container Images". */
function launcherOf(version: string | undefined): string | undefined {
  if (version === undefined || compareVersions(version, '2.4') < 0) return undefined;
  const moved = compareVersions(version, '3.2') >= 0;
  return moved
    ? 'org.springframework.boot.loader.launch.JarLauncher'
    : 'org.springframework.boot.loader.JarLauncher';
}
