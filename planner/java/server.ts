import type { RuntimePlan } from '../../model/plan-component.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import {
  executableJar,
  otherServer,
  tomcatAssumed,
  tomcatForJakarta,
  tomcatForJavax,
  tomcatInsteadDetail,
  tomcatInsteadTitle,
} from '../texts/java.js';
import { hasRelease, linesOf } from '../versions.js';
import { decideJava } from './java-version.js';

/** The Tomcat that provides the Servlet API the code was written for, on the Java it was compiled for. */
export function planTomcat(context: ComponentContext): RuntimePlan {
  const api = context.best('servlet-api');
  const jakarta = api?.value.namespace === 'jakarta';
  const java = decideJava(context, jakarta ? { atLeast: 11 } : {});
  const lines = linesOf(context.options.catalog, 'tomcat');
  const wanted = lines.filter((line) => (jakarta ? Number(line) >= 10 : Number(line) < 10));
  const usable = wanted.filter((line) =>
    hasRelease(context.options.catalog, 'tomcat', { version: line, java }),
  );
  const version = usable.at(-1) ?? wanted.at(-1) ?? '9.0';
  const server = context
    .all('server')
    .find((fact) => !fact.value.embedded && !['tomcat', 'unknown'].includes(fact.value.product));
  if (server) warnOfOtherServer(context, server.value.product);
  const place = placeOf(api);
  const because = !api
    ? tomcatAssumed({ version })
    : jakarta
      ? tomcatForJakarta({ version, place })
      : tomcatForJavax({ version, place });
  context.decide('runtime.version', version, {
    because,
    evidence: evidenceOf(api, server),
    alternatives: server
      ? [{ choice: server.value.product, whyNot: otherServer({ product: server.value.product }) }]
      : [],
  });
  return { image: 'tomcat', version, java };
}

function warnOfOtherServer(context: ComponentContext, product: string): void {
  context.decider.askPerson({
    component: context.component.id,
    title: tomcatInsteadTitle({ product }),
    detail: tomcatInsteadDetail({ product }),
    evidence: evidenceOf(...context.all('server')),
  });
}

/** A JRE of the right version for an executable jar. */
export function planJre(context: ComponentContext): RuntimePlan {
  const java = decideJava(context);
  const packaging = context.best('packaging');
  context.decide('runtime.image', 'eclipse-temurin-jre', {
    because: executableJar({ place: placeOf(packaging) }),
    evidence: evidenceOf(packaging),
  });
  return { image: 'eclipse-temurin-jre', version: java, java };
}
