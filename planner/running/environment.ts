import type { FactOf } from '../../model/fact.js';
import { sortBy } from '../../model/order.js';
import type { EnvPlan, SecretPlan } from '../../model/plan-component.js';
import type { DependencyPlan } from '../../model/plan-dependency.js';
import { secretKey } from '../configuration/secret-names.js';
import type { ComponentContext } from '../context.js';
import { evidenceOf, placeOf } from '../context.js';
import type { NamedDependency } from '../dependencies/collect.js';
import { scriptVariable, setVariableDetail, setVariableTitle } from '../texts/running.js';

const secretWords = /PASS(WORD|WD)?|PWD|SECRET|TOKEN|CREDENTIAL|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY/i;

/** Variables that the platform or the image sets by itself. */
const ambient =
  /^(PATH|HOME|HOSTNAME|USER|PWD|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|JAVA_HOME|JAVA_OPTS|JAVA_TOOL_OPTIONS|CATALINA_.*|NODE_ENV|OS|USERNAME|COMPUTERNAME|HTTP_.*|SERVER_.*|REQUEST_.*|REMOTE_.*|DOCUMENT_ROOT|PHP_SELF|SCRIPT_.*)$/;

export interface EnvironmentPlan {
  readonly env: readonly EnvPlan[];
  readonly secrets: readonly SecretPlan[];
}

/** Values for the variables that the application reads: from what it depends on, else from a person. */
export function planEnvironment(
  context: ComponentContext,
  dependencies: readonly NamedDependency[],
): EnvironmentPlan {
  const env: EnvPlan[] = [];
  const secrets: SecretPlan[] = [];
  const facts = sortBy(
    context
      .all('env-var')
      .filter((fact) => fact.value.source === 'environment' && !ambient.test(fact.value.name)),
    (fact) => [fact.value.name, fact.value.default === undefined ? 1 : 0],
  );
  const seen = new Set<string>();
  for (const fact of facts) {
    const { name } = fact.value;
    if (seen.has(name) || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
    seen.add(name);
    const known = fromDependencies(name, dependencies);
    if (known) env.push(known);
    else if (secretWords.test(name)) {
      const secret = `${context.component.id}-secrets`;
      secrets.push({ name: secret, keys: [{ key: secretKey(name), purpose: name, foundAt: placeOf(fact) }] });
      env.push({ name, secret, key: secretKey(name) });
    } else if (valueOfScript(fact, context) !== undefined) {
      env.push({ name, value: valueOfScript(fact, context) ?? '' });
    } else if (fact.value.default === undefined && fact.value.required) {
      env.push({ name, value: '' });
      const step = {
        title: setVariableTitle({ name }),
        detail: setVariableDetail({ name }),
        evidence: fact.evidence,
      };
      context.decider.askPerson({ component: context.component.id, ...step });
    }
  }
  return { env, secrets };
}

/** What the old start script or unit set the variable to, when code reads it and the value is no place of the old server. */
function valueOfScript(fact: FactOf<'env-var'>, context: ComponentContext): string | undefined {
  const isScript = (one: { by: string }): boolean => /^(?:start-script|process-manager)$/.test(one.by);
  const value = fact.value.default;
  if (value === undefined || !fact.evidence.some(isScript) || /^(?:[./~]|[A-Za-z]:[\\/])/.test(value))
    return undefined;
  const isRead = context
    .all('env-var')
    .some((one) => one.value.name === fact.value.name && one.evidence.some((place) => !isScript(place)));
  if (!isRead) return undefined;
  const script = { ...fact, evidence: [fact.evidence.find(isScript) ?? fact.evidence[0]] } as const;
  const because = scriptVariable({ name: fact.value.name, place: placeOf(script) });
  return context.decide(`env.${fact.value.name}`, value, { because, evidence: evidenceOf(fact) });
}

/** A variable that names a dependency's host, port, database, user or password. */
function fromDependencies(name: string, dependencies: readonly NamedDependency[]): EnvPlan | undefined {
  const part =
    /(?:^|_)(HOST(?:NAME)?|SERVER|ADDR(?:ESS)?|PORT|NAME|DATABASE|DBNAME|USER(?:NAME)?|PASS(?:WORD|WD)?|PWD)$/i
      .exec(name)?.[1]
      ?.toUpperCase();
  if (part === undefined) return undefined;
  const match = dependencies.find(([, plan]) => mentions(name, plan));
  if (!match) return undefined;
  const [, plan] = match;
  if (/^(HOST|SERVER|ADDR)/.test(part)) return { name, value: plan.serviceName };
  if (part === 'PORT') return { name, value: String(plan.port) };
  if (part.startsWith('USER'))
    return plan.username === undefined ? undefined : { name, value: plan.username };
  if (/^(PASS|PWD)/.test(part))
    return plan.secret === undefined ? undefined : { name, secret: plan.secret, key: 'password' };
  return plan.database === undefined ? undefined : { name, value: plan.database };
}

function mentions(name: string, plan: DependencyPlan): boolean {
  const words = name.toUpperCase().split('_');
  const own: Partial<Record<DependencyPlan['service'], readonly string[]>> = {
    mysql: ['MYSQL', 'DB', 'DATABASE', 'JDBC'],
    mariadb: ['MARIADB', 'MYSQL', 'DB', 'DATABASE', 'JDBC'],
    postgresql: ['POSTGRES', 'POSTGRESQL', 'PG', 'DB', 'DATABASE', 'JDBC'],
    oracle: ['ORACLE', 'DB', 'DATABASE', 'JDBC'],
    mongodb: ['MONGO', 'MONGODB'],
    smtp: ['SMTP', 'MAIL'],
  };
  return (own[plan.service] ?? [plan.service.toUpperCase()]).some((word) => words.includes(word));
}
