import type { ComponentPlan } from '../../model/plan-component.js';
import type { Plan } from '../../model/plan.js';
import type { Text } from '../../model/text.js';
import { planErrors as texts } from '../texts/plan-errors.js';
import type { PlanPath } from './plan-document.js';
import { toAmount } from './quantity.js';
import { pathText, suggest } from './schema-error.js';

/** What a schema can't say: names must lead somewhere, numbers must make sense. */
export interface Nonsense {
  readonly path: PlanPath;
  readonly message: Text;
  readonly hint: Text;
}

type Fail = (path: PlanPath, message: (at: string) => Text, hint: Text) => void;

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Everything in a plan that fits the schema and still makes no sense, in the order of the plan. */
export function findNonsense(plan: Plan): readonly Nonsense[] {
  const found: Nonsense[] = [];
  const fail: Fail = (path, message, hint) => {
    found.push({ path, message: message(pathText(path)), hint });
  };
  if (!label.test(plan.settings.namespace)) fail(['settings', 'namespace'], texts.notName, texts.nameHint());
  if (!/^1\.\d{1,2}$/.test(plan.settings.kubernetesVersion))
    fail(['settings', 'kubernetesVersion'], texts.notKubernetes, texts.kubernetesHint());
  for (const [id, component] of Object.entries(plan.components))
    checkComponent(plan, id, { component, fail });
  for (const id of Object.keys(plan.dependencies)) checkDependency(plan, id, fail);
  return found;
}

interface Checked {
  readonly component: ComponentPlan;
  readonly fail: Fail;
}

function checkComponent(plan: Plan, id: string, { component, fail }: Checked): void {
  const at = (...rest: (string | number)[]): PlanPath => ['components', id, ...rest];
  if (!label.test(id)) fail(at(), texts.notName, texts.nameHint());
  if (component.replicas < 0 || !Number.isInteger(component.replicas))
    fail(at('replicas'), texts.notWhole, texts.stopWithZero());
  for (const name of ['user', 'group'] as const)
    if (component[name] < 1) fail(at(name), texts.rootUser, texts.rootHint());
  if (component.contextPath?.startsWith('/') === false)
    fail(at('contextPath'), texts.notAbsolute, texts.absoluteHint());
  checkPorts(component, { at, fail });
  checkTargets(plan, component, { at, fail });
  checkProbes(component, { at, fail });
  checkSecrets(plan, component, { at, fail });
  checkSizes(component, { at, fail });
}

interface At {
  readonly at: (...rest: (string | number)[]) => PlanPath;
  readonly fail: Fail;
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

function checkPorts({ ports, egress }: ComponentPlan, { at, fail }: At): void {
  const seen = new Set<string>();
  ports.forEach(({ name, port }, i) => {
    if (!isPort(port)) fail(at('ports', i, 'port'), texts.notPort, texts.portHint());
    if (seen.has(name))
      fail(at('ports', i, 'name'), (path) => texts.portTaken(path, name), texts.renamePort());
    seen.add(name);
  });
  egress.forEach(({ port }, i) => {
    if (!isPort(port)) fail(at('egress', i, 'port'), texts.notPort, texts.portHint());
  });
}

function checkTargets(plan: Plan, { dependsOn }: ComponentPlan, { at, fail }: At): void {
  const known = [...Object.keys(plan.components), ...Object.keys(plan.dependencies)];
  dependsOn.forEach(({ target, port }, i) => {
    if (!known.includes(target))
      fail(at('dependsOn', i, 'target'), (path) => texts.unknownTarget(path, target), suggest(target, known));
    if (!isPort(port)) fail(at('dependsOn', i, 'port'), texts.notPort, texts.portHint());
  });
}

function checkProbes({ probes, ports }: ComponentPlan, { at, fail }: At): void {
  const names = ports.map(({ name }) => name);
  for (const [name, { port, path }] of Object.entries(probes)) {
    if (port !== undefined && !names.includes(port))
      fail(at('probes', name, 'port'), (where) => texts.unknownPort(where, port), suggest(port, names));
    if (path?.startsWith('/') === false)
      fail(at('probes', name, 'path'), texts.notAbsolute, texts.absoluteHint());
  }
}

/** A Secret is the component's own, or that of a dependency, whose keys the generator knows. */
function checkSecrets(plan: Plan, { env, secrets }: ComponentPlan, { at, fail }: At): void {
  const own = new Map(secrets.map(({ name, keys }) => [name, keys.map(({ key }) => key)]));
  const shared = Object.values(plan.dependencies).flatMap(({ secret }) => secret ?? []);
  const names = [...own.keys(), ...shared];
  env.forEach((one, i) => {
    if (!('secret' in one)) return;
    const { secret, key } = one;
    const keys = own.get(secret);
    if (!names.includes(secret))
      fail(at('env', i, 'secret'), (path) => texts.unknownSecret(path, secret), suggest(secret, names));
    else if (keys && !keys.includes(key) && !shared.includes(secret))
      fail(at('env', i, 'key'), (path) => texts.unknownSecretKey(path, key), suggest(key, keys));
  });
}

function checkSizes({ volumes, configFiles, resources }: ComponentPlan, { at, fail }: At): void {
  volumes.forEach(({ size, mountPath, name }, i) => {
    if (toAmount(size) === undefined) fail(at('volumes', i, 'size'), texts.notQuantity, texts.quantityHint());
    if (!mountPath.startsWith('/'))
      fail(at('volumes', i, 'mountPath'), texts.notAbsolute, texts.absoluteHint());
    if (!label.test(name)) fail(at('volumes', i, 'name'), texts.notName, texts.nameHint());
  });
  configFiles.forEach(({ mountPath }, i) => {
    if (!mountPath.startsWith('/'))
      fail(at('configFiles', i, 'mountPath'), texts.notAbsolute, texts.absoluteHint());
  });
  for (const side of ['requests', 'limits'] as const) {
    for (const [name, quantity] of Object.entries(resources[side])) {
      if (toAmount(quantity) === undefined)
        fail(at('resources', side, name), texts.notQuantity, texts.quantityHint());
    }
  }
  const limits = new Map(Object.entries(resources.limits));
  for (const [name, quantity] of Object.entries(resources.requests)) {
    const [request, limit] = [toAmount(quantity), toAmount(limits.get(name) ?? '')];
    if (request !== undefined && limit !== undefined && request > limit)
      fail(at('resources', 'requests', name), texts.requestAboveLimit, texts.requestHint());
  }
}

function checkDependency(plan: Plan, id: string, fail: Fail): void {
  const dependency = plan.dependencies[id];
  if (!dependency) return;
  const at = (...rest: (string | number)[]): PlanPath => ['dependencies', id, ...rest];
  if (!label.test(id)) fail(at(), texts.notName, texts.nameHint());
  if (!label.test(dependency.serviceName)) fail(at('serviceName'), texts.notName, texts.nameHint());
  // 0 says that nothing told the port: a person is asked for it.
  if (dependency.port !== 0 && !isPort(dependency.port)) fail(at('port'), texts.notPort, texts.portHint());
  if (dependency.size !== undefined && toAmount(dependency.size) === undefined)
    fail(at('size'), texts.notQuantity, texts.quantityHint());
  const components = Object.keys(plan.components);
  dependency.usedBy.forEach((user, i) => {
    if (!components.includes(user))
      fail(at('usedBy', i), (path) => texts.unknownComponent(path, user), suggest(user, components));
  });
}
