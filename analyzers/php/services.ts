import type { ServiceProduct } from '../../model/product.js';
import type { PhpArgument, PhpCall } from '../../workspace/php-source/php-source.js';
import { isPlain, parseConnection } from '../connection-url.js';
import type { PhpContext } from './context.js';
import { at } from './context.js';
import { evaluate } from './expression.js';
import type { PhpFile } from './symbols.js';
import { lastPart } from './symbols.js';

/** A place where code names a server: which service, and which arguments are host and port. */
interface Contact {
  readonly service: ServiceProduct;
  readonly host?: PhpArgument | undefined;
  readonly port?: PhpArgument | undefined;
  readonly user?: PhpArgument | undefined;
  readonly password?: PhpArgument | undefined;
  readonly defaultPort?: number;
  readonly line: number;
}

interface Shape {
  readonly service: ServiceProduct;
  readonly host: number;
  readonly port: number;
  readonly user?: number;
  readonly password?: number;
}

/** Functions that open a connection. Source: the PHP manual of each. */
const functions: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['ldap_connect', { service: 'ldap', host: 0, port: 1 }],
  ['ftp_connect', { service: 'ftp', host: 0, port: 1 }],
  ['ftp_ssl_connect', { service: 'ftp', host: 0, port: 1 }],
  ['ssh2_connect', { service: 'sftp', host: 0, port: 1 }],
  ['imap_open', { service: 'imap', host: 0, port: -1, user: 1, password: 2 }],
  ['memcache_connect', { service: 'memcached', host: 0, port: 1 }],
  ['memcache_add_server', { service: 'memcached', host: 0, port: 1 }],
  ['fsockopen', { service: 'tcp', host: 0, port: 1 }],
  ['pfsockopen', { service: 'tcp', host: 0, port: 1 }],
]);

/** Clients whose constructor takes the server. */
const constructors: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['amqpstreamconnection', { service: 'rabbitmq', host: 0, port: 1, user: 2, password: 3 }],
  ['amqpsslconnection', { service: 'rabbitmq', host: 0, port: 1, user: 2, password: 3 }],
  ['stomp', { service: 'activemq', host: 0, port: -1 }],
  ['predis\\client', { service: 'redis', host: 0, port: -1 }],
  ['swift_smtptransport', { service: 'smtp', host: 0, port: 1 }],
  ['zookeeper', { service: 'zookeeper', host: 0, port: -1 }],
]);

/** Methods by the class of the object that a variable holds. */
const methods: ReadonlyMap<string, ReadonlyMap<string, Shape>> = new Map([
  ['redis', shapesFor({ service: 'redis', host: 0, port: 1 }, ['connect', 'pconnect', 'open', 'popen'])],
  ['memcache', shapesFor({ service: 'memcached', host: 0, port: 1 }, ['connect', 'pconnect', 'addserver'])],
  ['memcached', shapesFor({ service: 'memcached', host: 0, port: 1 }, ['addserver'])],
  ['rdkafka\\producer', shapesFor({ service: 'kafka', host: 0, port: -1 }, ['addbrokers'])],
  ['gearmanclient', shapesFor({ service: 'tcp', host: 0, port: 1 }, ['addserver'])],
  ['swift_smtptransport', shapesFor({ service: 'smtp', host: 0, port: 1 }, ['newinstance'])],
]);

function shapesFor(shape: Shape, names: readonly string[]): ReadonlyMap<string, Shape> {
  return new Map(names.map((name) => [name, shape]));
}

const servicesByPort: ReadonlyMap<number, ServiceProduct> = new Map<number, ServiceProduct>([
  [25, 'smtp'],
  [465, 'smtp'],
  [587, 'smtp'],
  [6379, 'redis'],
  [11211, 'memcached'],
  [389, 'ldap'],
  [21, 'ftp'],
  [80, 'http'],
  [443, 'http'],
  [3306, 'mysql'],
  [5672, 'rabbitmq'],
  [61613, 'activemq'],
]);

/** Emits the services other than databases that code connects to itself. */
export function extractServices(context: PhpContext): void {
  for (const source of context.sources) {
    for (const contact of [...contactsOf(source), ...mailersOf(source)])
      emitContact(context, source, contact);
    for (const call of source.php.calls) {
      if (!/^(mb_send_)?mail$/i.test(call.name) || context.symbols.functions.has(call.name.toLowerCase()))
        continue;
      const evidence = source.file.evidence(context.by, call.line);
      context.collector.add(
        'depends-on',
        context.unit,
        { service: 'smtp', configuredBy: 'sendmail_path' },
        evidence,
        'inferred',
      );
    }
  }
}

function contactsOf(source: PhpFile): Contact[] {
  const { php } = source;
  const from = (shape: Shape | undefined, call: Pick<PhpCall, 'arguments' | 'line'>): Contact[] => {
    const host = shape ? call.arguments[shape.host] : undefined;
    if (!shape || !host) return [];
    const pick = (index: number | undefined): PhpArgument | undefined =>
      index === undefined || index < 0 ? undefined : call.arguments[index];
    return [
      {
        service: shape.service,
        host,
        port: pick(shape.port),
        user: pick(shape.user),
        password: pick(shape.password),
        line: call.line,
      },
    ];
  };
  const classes = classesOfVariables(source);
  return [
    ...php.calls.flatMap((call) => from(functions.get(call.name.toLowerCase()), call)),
    ...php.constructions.flatMap((one) => {
      const name = one.class.toLowerCase();
      return from(constructors.get(name) ?? constructors.get(lastPart(name)), one);
    }),
    ...php.methodCalls.flatMap((call) => {
      const name = call.static
        ? call.receiver
        : (classes.get(normalise(call.receiver)) ?? guessClass(call.receiver));
      return from(methods.get(name.toLowerCase().replace(/^\\/, ''))?.get(call.name.toLowerCase()), call);
    }),
  ];
}

/** `$this->redis->connect(…)` without a construction in sight: the variable's name says it. */
function guessClass(receiver: string): string {
  const name = /(\w+)$/.exec(receiver.toLowerCase())?.[1] ?? '';
  if (name.includes('redis')) return 'redis';
  if (name.includes('memcached')) return 'memcached';
  return /memcache|^mem$|^mc$/.test(name) ? 'memcache' : '';
}

function classesOfVariables({ php }: PhpFile): ReadonlyMap<string, string> {
  return new Map(
    php.assignments.flatMap((one) => {
      const name = /^\(?\s*new\s+\\?([\w\\]+)/i.exec(one.text)?.[1];
      return name === undefined ? [] : [[normalise(one.target), name] as const];
    }),
  );
}

function normalise(text: string): string {
  return text.replace(/\s+/g, '');
}

/** `$mail->Host = 'smtp.example.com'` of PHPMailer, and `'smtp_host' =>` style settings are told elsewhere. */
function mailersOf({ php }: PhpFile): Contact[] {
  return php.assignments.flatMap((one): Contact[] => {
    const [, receiver] = /^(\$[\w>[\]'-]+)->Host$/.exec(one.target) ?? [];
    if (receiver === undefined) return [];
    const sibling = (name: string): PhpArgument | undefined => {
      const other = php.assignments.find((assignment) => assignment.target === `${receiver}->${name}`);
      if (!other) return undefined;
      return other.value === undefined ? { text: other.text } : { text: other.text, constant: other.value };
    };
    const host = one.value === undefined ? { text: one.text } : { text: one.text, constant: one.value };
    return [
      {
        service: 'smtp',
        host,
        port: sibling('Port'),
        user: sibling('Username'),
        password: sibling('Password'),
        line: one.line,
      },
    ];
  });
}

function emitContact(context: PhpContext, source: PhpFile, contact: Contact): void {
  const read = (argument: PhpArgument | undefined): string | undefined => {
    if (!argument) return undefined;
    if (argument.constant !== undefined) return argument.constant;
    const evaluated = evaluate(argument.text, at(context, source, contact.line));
    return evaluated.complete ? evaluated.value : undefined;
  };
  const raw = read(contact.host) ?? '';
  const parsed = parseConnection(raw.replace(/^tcp:\/\/(?=.*6379)/, 'redis://'));
  const [, mailHost, mailPort] = /^\{([\w.-]+)(?::(\d+))?/.exec(raw) ?? [];
  const bare = raw.replace(/^(ssl|tls|tcp|udp|https?|unix):\/\//, '').split(/[;,]/)[0] ?? '';
  const [host, hostPort] = bare.split('/')[0]?.split(':') ?? [];
  const port = parsed?.port ?? toPort(mailPort ?? hostPort ?? read(contact.port));
  const server = parsed?.host ?? mailHost ?? host;
  // A socket to an unknown place says only that there is one: not worth a dependency.
  if (contact.service === 'tcp' && !isPlain(server)) return;
  const service =
    contact.service === 'tcp'
      ? (servicesByPort.get(port ?? 0) ?? 'tcp')
      : (parsed?.service ?? contact.service);
  const evidence = source.file.evidence(context.by, contact.line);
  context.collector.add(
    'depends-on',
    context.unit,
    { service, ...(isPlain(server) ? { host: server } : {}), ...(port === undefined ? {} : { port }) },
    evidence,
  );
  if (contact.password && /^["'][^"'$]{2,}["']$/.test(contact.password.text)) {
    const user = read(contact.user);
    context.collector.add(
      'credential',
      context.unit,
      {
        key: 'password',
        purpose:
          service === 'smtp' || service === 'imap' ? 'mail' : service === 'rabbitmq' ? 'messaging' : 'other',
        ...(isPlain(user) ? { username: user } : {}),
      },
      evidence,
    );
  }
}

function toPort(value: string | undefined): number | undefined {
  const port = value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port > 0 && port < 65536 ? port : undefined;
}
