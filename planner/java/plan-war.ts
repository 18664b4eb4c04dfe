import type { ComponentPlan, VolumePlan } from '../../model/plan-component.js';
import { decideExposure, dependsOnOf, emptyComponent, mergeEnv, sourceOf } from '../component/base.js';
import { externaliseConfiguration, mergeSecrets } from '../configuration/externalise.js';
import { homeOf } from '../configuration/mount-path.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { planEnvironment } from '../running/environment.js';
import { portOfServer } from '../running/ports.js';
import { planProbes, smokeTestOf } from '../running/probes.js';
import { decideReplicas } from '../running/replicas.js';
import { planResources } from '../running/resources.js';
import { planStorage } from '../storage/volumes.js';
import { contextPathFound, contextPathRoot } from '../texts/java.js';
import { planJavaBuild } from './build.js';
import { planJndi } from './jndi.js';
import { planTomcat } from './server.js';
import { planSystemProperties } from './system-properties.js';

const workingDirectory = '/usr/local/tomcat';

/** A web application on Tomcat. */
export function planWar(
  context: ComponentContext,
  given: { dependencies: readonly NamedDependency[]; profile: string | undefined },
): ComponentPlan {
  const runtime = planTomcat(context);
  const contextPath = decideContextPath(context);
  const home = homeOf('war', contextPath);
  const storage = planStorage(context, { workingDirectory, documentRoot: home, keepProgram: true });
  const jndi = planJndi(context, {
    dependencies: given.dependencies,
    java: runtime.java ?? '17',
    jakarta: Number(runtime.version) >= 10,
  });
  const config = externaliseConfiguration(context, {
    ...given,
    mount: { kind: 'war', contextPath, home, springBoot: false },
  });
  const environment = planEnvironment(context, given.dependencies);
  const properties = planSystemProperties(context, storage);
  const probes = planProbes(context, { port: 'http', contextPath: contextPath === '/' ? '' : contextPath });
  const volumes = [...storage.volumes, ...jndi.volumes, ...properties.volumes];
  const build = planJavaBuild(context, runtime.java ?? '17', config.remove);
  return {
    ...emptyComponent(context),
    kind: 'war',
    source: sourceOf(context),
    ...(build && context.best('packaging')?.value.form === 'source'
      ? { build: { ...build, remove: config.remove } }
      : {}),
    runtime,
    replicas: decideReplicas(context, {
      hasClaims: volumes.some(isClaim),
      jndiEmbedded: jndi.volumes.length > 0,
    }),
    ports: portOfServer(context, 8080).ports,
    contextPath,
    exposure: decideExposure(context),
    env: mergeEnv(environment.env, config.env, jndi.env),
    configFiles: config.configFiles,
    secrets: mergeSecrets([...config.secrets, ...environment.secrets]),
    volumes,
    probes,
    resources: planResources(context, 'war'),
    dependsOn: dependsOnOf(context, given.dependencies),
    jndi: jndi.jndi,
    libraries: jndi.libraries,
    systemProperties: { ...properties.systemProperties, ...jndi.systemProperties },
    ...smokeTestOf(probes),
  };
}

function isClaim(volume: VolumePlan): boolean {
  return volume.kind === 'claim';
}

function decideContextPath(context: ComponentContext): string {
  const fact = context.best('context-path');
  const path = fact ? `/${fact.value.path.replace(/^\/+|\/+$/g, '')}` : '/';
  return context.decide('contextPath', path, {
    because: fact ? contextPathFound({ path, place: placeOf(fact) }) : contextPathRoot(),
    evidence: evidenceOf(fact),
  });
}
