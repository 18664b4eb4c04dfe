import type { Problem } from '../model/problem.js';
import { parseClassFile } from './class-file/parse-class-file.js';
import type { ClassFile } from './class-file/class-file.js';
import type { JavaSource } from './java-source/java-source.js';
import { parseJavaSource, parseJavaSourceAside } from './java-source/parse-java-source.js';
import type { Limits } from './limits.js';
import type { PhpSource } from './php-source/php-source.js';
import { parsePhpSource, parsePhpSourceAside } from './php-source/parse-php-source.js';
import { describeXmlFault } from './xml/describe-fault.js';
import { parseFailedText, tooManyEntriesText, xmlEntityText } from './texts.js';
import { parseXml } from './xml/parse-xml.js';
import type { XmlElement } from './xml/xml-element.js';
import { parseYaml } from './yaml.js';
import type { YamlDocument } from './yaml.js';

/** From content to data, one function per format; none throws, each reports what is wrong with the file. */
export interface Parsers {
  readonly xml: (file: string, text: string) => XmlElement | undefined;
  readonly yaml: (file: string, text: string) => readonly YamlDocument[];
  readonly json: (file: string, text: string) => unknown;
  readonly java: (file: string, text: string) => JavaSource | undefined;
  readonly php: (file: string, text: string) => PhpSource | undefined;
  readonly classFile: (file: string, bytes: Uint8Array) => ClassFile | undefined;
  /** Parses a source in another thread. What goes wrong is not reported, so that asking for the source again does. */
  readonly aside: Readonly<Record<'java' | 'php', (file: string, text: string) => Promise<unknown>>>;
}

type Report = (problem: Problem) => void;

/** Parsers that report to a project. */
export function createParsers(limits: Limits, report: Report): Parsers {
  const reportInvalid = (format: string, file: string, error: unknown): void => {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    report({ code: `${format.toLowerCase()}-invalid`, file, ...parseFailedText(format, reason) });
  };
  const guarded = <Input, Output>(format: string, parse: (file: string, input: Input) => Output) => {
    return (file: string, input: Input): Output | undefined => {
      try {
        return parse(file, input);
      } catch (error) {
        // Deep nesting overflows the stack of any recursive parser; that is the file's fault, not the run's end.
        reportInvalid(format, file, error);
        return undefined;
      }
    };
  };
  const faultIn = (file: string) => (error: unknown) => {
    reportInvalid('Java', file, error);
  };
  return {
    xml: guarded('XML', (file, text: string) => readXml(file, text, limits, report)),
    yaml: (file, text) =>
      guarded('YAML', (name, input: string) => readYaml(name, input, limits, report))(file, text) ?? [],
    json: (file, text) => readJson(file, text, report),
    java: guarded('Java', (file, text: string) => parseJavaSource(text, faultIn(file))),
    php: guarded('PHP', (_, text: string) => parsePhpSource(text)),
    classFile: (file, bytes) => readClassFile(file, bytes, report),
    aside: {
      java: (file, text) => parseJavaSourceAside(text, faultIn(file)),
      php: (_, text) => parsePhpSourceAside(text),
    },
  };
}

function readXml(file: string, text: string, limits: Limits, report: Report): XmlElement | undefined {
  const { root, faults } = parseXml(text, { maxDepth: limits.xmlDepth });
  for (const fault of faults) {
    const said =
      fault.kind === 'entity'
        ? xmlEntityText(fault.message)
        : parseFailedText('XML', describeXmlFault(fault.message));
    const code = fault.kind === 'entity' ? 'xml-entity' : 'xml-invalid';
    report({ code, file, ...(fault.line === undefined ? {} : { line: fault.line }), ...said });
  }
  return root;
}

function readYaml(file: string, text: string, limits: Limits, report: Report): readonly YamlDocument[] {
  const { documents, faults } = parseYaml(text, { maxEntries: limits.yamlEntries });
  for (const fault of faults) {
    const [code, said] =
      fault.kind === 'invalid'
        ? ['yaml-invalid', parseFailedText('YAML', fault.message)]
        : ['yaml-too-large', tooManyEntriesText(limits.yamlEntries)];
    report({ code, file, ...(fault.line === undefined ? {} : { line: fault.line }), ...said });
  }
  return documents;
}

function readClassFile(file: string, bytes: Uint8Array, report: Report): ClassFile | undefined {
  const { classFile, fault } = parseClassFile(bytes);
  if (fault !== undefined) report({ code: 'class-invalid', file, ...parseFailedText('class file', fault) });
  return classFile;
}

function readJson(file: string, text: string, report: Report): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(reason)?.[1];
    const line = position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
    // V8 quotes the text around the fault, which may be a secret.
    const plain = reason.replace(/,?\s*(?:\.\.\.)?".*$/s, '').replace(/ at position.*$/s, '');
    report({ code: 'json-invalid', file, ...line, ...parseFailedText('JSON', plain) });
    return undefined;
  }
}
