import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { blankDoctype } from './blank-doctype.js';
import { createElement } from './create-element.js';
import type { OrderedNode } from './create-element.js';
import { lastUnclosed } from './describe-fault.js';
import type { XmlElement } from './xml-element.js';

/** What is wrong with an XML text. `line` is 1-based. */
export interface XmlFault {
  readonly kind: 'invalid' | 'entity';
  /** The parser's reason, or the entity's name. */
  readonly message: string;
  readonly line?: number;
}

/**
 * Parses a well-formed document to its root element. Document types are cut out before parsing, so that no entity,
 * inner or outer, can be resolved; declared entities are reported and their references stay as written.
 */
export function parseXml(
  text: string,
  options: { maxDepth: number },
): { root: XmlElement | undefined; faults: readonly XmlFault[] } {
  const { text: plain, entities } = blankDoctype(text);
  const faults: XmlFault[] = entities.map(({ name, line }) => ({ kind: 'entity', message: name, line }));
  const invalid = (message: string, line?: number): ReturnType<typeof parseXml> => ({
    root: undefined,
    faults: [...faults, { kind: 'invalid', message, ...(line === undefined ? {} : { line }) }],
  });
  try {
    SyntaxValidator.validate(plain);
    const nodes = parserFor(options.maxDepth).parse(plain) as readonly OrderedNode[];
    const root = createElement(nodes, plain);
    return root ? { root, faults } : invalid('there is no element');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The validator names line 1 when several tags are open; what is wrong is at the end.
    const line = lastUnclosed(message) === undefined ? lineOf(error) : plain.trimEnd().split('\n').length;
    return invalid(message, line);
  }
}

/** The validator's errors know their line. */
function lineOf(error: unknown): number | undefined {
  return error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : undefined;
}

function parserFor(maxNestedTags: number): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    cdataPropName: '#cdata',
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    jPath: false,
    maxNestedTags,
  });
}
