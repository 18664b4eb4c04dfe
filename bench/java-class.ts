import type { Random } from './random.js';

const nouns = [
  'Order',
  'Customer',
  'Invoice',
  'Payment',
  'Product',
  'Stock',
  'Contract',
  'Shipment',
  'Account',
  'Message',
];
const fields = [
  'status',
  'remark',
  'code',
  'name',
  'operator',
  'createdBy',
  'region',
  'channel',
  'level',
  'phone',
];
const verbs = ['find', 'load', 'check', 'merge', 'update', 'count', 'confirm', 'cancel', 'export', 'archive'];

/** What a class of the tree does; the numbers are its share of a hundred files. */
const kinds: readonly (readonly [string, number])[] = [
  ['Entity', 34],
  ['Service', 14],
  ['ServiceImpl', 20],
  ['Mapper', 8],
  ['Controller', 9],
  ['Test', 6],
  ['Dao', 3],
  ['FileHelper', 3],
  ['Job', 2],
  ['Config', 1],
];

/** A Java file as an enterprise's developers write it. */
export interface JavaClass {
  readonly name: string;
  readonly source: string;
}

/** Writes the n-th class of a package. */
export function writeJavaClass(packageName: string, index: number, random: Random): JavaClass {
  const kind = pickKind(random);
  const noun = random.pick(nouns);
  const name = `${noun}${index}${kind === 'Entity' ? '' : kind}`;
  const members = Array.from({ length: 6 + random.number(8) }, (_, at) => writeMember(kind, at, random));
  return { name, source: [...writeHead(packageName, name, kind), ...members.flat(), '}', ''].join('\n') };
}

function pickKind(random: Random): string {
  let left = random.number(100);
  for (const [kind, share] of kinds) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'Entity';
}

/** Imports and annotations by kind. */
const heads: Readonly<Record<string, readonly [readonly string[], string]>> = {
  Entity: [['java.math.BigDecimal', 'java.util.Date', 'java.io.Serializable'], ''],
  Service: [['java.util.List', 'java.util.Map'], ''],
  ServiceImpl: [
    ['java.util.List', 'java.util.ArrayList', 'org.slf4j.Logger', 'org.slf4j.LoggerFactory'],
    '@Service',
  ],
  Mapper: [['java.util.List', 'org.apache.ibatis.annotations.Param'], ''],
  Controller: [
    ['java.util.List', 'javax.servlet.http.HttpServletRequest', 'javax.servlet.http.HttpSession'],
    '@Controller',
  ],
  Test: [['org.junit.Test', 'java.util.List'], ''],
  Dao: [
    ['java.sql.Connection', 'java.sql.DriverManager', 'java.sql.PreparedStatement', 'java.sql.ResultSet'],
    '',
  ],
  FileHelper: [['java.io.File', 'java.io.FileOutputStream', 'java.io.IOException'], ''],
  Job: [['org.springframework.scheduling.annotation.Scheduled', 'java.util.List'], '@Component'],
  Config: [['org.springframework.beans.factory.annotation.Value', 'java.util.Properties'], '@Configuration'],
};

function writeHead(packageName: string, name: string, kind: string): readonly string[] {
  const [imports, annotation] = heads[kind] ?? [[], ''];
  return [
    '/*',
    ' * Copyright (c) the company. All rights reserved.',
    ' */',
    `package ${packageName};`,
    '',
    ...imports.map((imported) => `import ${imported};`),
    '',
    '/**',
    ` * ${name}: part of the ${packageName} module.`,
    ' *',
    ' * @author somebody',
    ' */',
    ...(annotation === '' ? [] : [annotation]),
    `public ${/^(?:Service|Mapper)$/.test(kind) ? 'interface' : 'class'} ${name} {`,
    '',
  ];
}

function writeMember(kind: string, at: number, random: Random): readonly string[] {
  const field = `${random.pick(fields)}${at}`;
  const method = `${random.pick(verbs)}${random.pick(nouns)}${at}`;
  const write = members[kind] ?? writeLogic;
  return write({ field, method, noun: random.pick(nouns), number: random.number(1000) });
}

interface Names {
  readonly field: string;
  readonly method: string;
  readonly noun: string;
  readonly number: number;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function writeProperty({ field }: Names): readonly string[] {
  return [
    `    /** The ${field}, may be empty. */`,
    `    private String ${field};`,
    '',
    `    public String get${capital(field)}() {`,
    `        return ${field};`,
    '    }',
    '',
    `    public void set${capital(field)}(String ${field}) {`,
    `        this.${field} = ${field};`,
    '    }',
    '',
  ];
}

function writeSignature({ method, noun, field }: Names): readonly string[] {
  return [
    '    /**',
    `     * Does ${method} for one ${noun}.`,
    '     *',
    `     * @param ${field} what to look for`,
    '     */',
    `    List<${noun}> ${method}(String ${field}, Map<String, Object> options);`,
    '',
  ];
}

function writeLogic({ method, noun, field, number }: Names): readonly string[] {
  return [
    `    public List<${noun}> ${method}(String ${field}, int limit) {`,
    `        List<${noun}> result = new ArrayList<${noun}>();`,
    `        if (${field} == null || ${field}.length() > ${number}) {`,
    `            logger.warn("${method} called with {}", ${field});`,
    '            return result;',
    '        }',
    `        for (${noun} item : repository.findBy${capital(field)}(${field}, limit)) {`,
    `            // only what is open counts: see the handbook, chapter ${number}`,
    `            if (item.isOpen() && item.getTotal().compareTo(ZERO) > 0) {`,
    `                item.setRemark("checked " + item.getCode() + "/" + ${number});`,
    '                result.add(item);',
    '            }',
    '        }',
    '        return result;',
    '    }',
    '',
  ];
}

function writeHandler(names: Names): readonly string[] {
  const { method, noun, field } = names;
  return [
    `    @RequestMapping(value = "/${noun.toLowerCase()}/${method}", method = RequestMethod.POST)`,
    `    public String ${method}(HttpServletRequest request, @RequestParam("${field}") String ${field}) {`,
    '        HttpSession session = request.getSession();',
    `        session.setAttribute("${field}", ${field});`,
    `        request.setAttribute("list", service.${method}(${field}, 20));`,
    `        return "${noun.toLowerCase()}/list";`,
    '    }',
    '',
  ];
}

function writeQuery({ method, field, number }: Names): readonly string[] {
  return [
    `    public int ${method}(String ${field}) throws Exception {`,
    `        Connection connection = DriverManager.getConnection(URL, USER, readSecret());`,
    '        try {',
    `            PreparedStatement statement = connection.prepareStatement("select count(*) from t_${field} where c = ?");`,
    `            statement.setString(1, ${field});`,
    '            ResultSet rows = statement.executeQuery();',
    `            return rows.next() ? rows.getInt(1) : ${number};`,
    '        } finally {',
    '            connection.close();',
    '        }',
    '    }',
    '',
  ];
}

function writeFileAccess({ method, field, number }: Names): readonly string[] {
  return [
    `    public File ${method}(String ${field}, byte[] content) throws IOException {`,
    `        File directory = new File("/data/upload/" + ${number});`,
    '        directory.mkdirs();',
    `        File file = new File(directory, ${field} + ".dat");`,
    '        FileOutputStream out = new FileOutputStream(file);',
    '        out.write(content);',
    '        out.close();',
    '        return file;',
    '    }',
    '',
  ];
}

const members: Readonly<Record<string, (names: Names) => readonly string[]>> = {
  Entity: writeProperty,
  Service: writeSignature,
  Mapper: writeSignature,
  Controller: writeHandler,
  Dao: writeQuery,
  FileHelper: writeFileAccess,
  Job: (names) => [`    @Scheduled(cron = "0 0/${(names.number % 30) + 1} * * * ?")`, ...writeLogic(names)],
  Config: ({ field, number }) => [
    `    @Value("\${app.${field}:${number}}")`,
    `    private String ${field};`,
    '',
  ],
};
