import type { Evidence } from '../model/evidence.js';
import type { Problem } from '../model/problem.js';
import type { ClassFile } from './class-file/class-file.js';
import { decodeText } from './encoding.js';
import type { DecodedText } from './encoding.js';
import { evidenceOf } from './evidence.js';
import type { FileEntry } from './file-entry.js';
import type { JavaSource } from './java-source/java-source.js';
import type { Limits } from './limits.js';
import type { Parsers } from './parsers.js';
import type { PhpSource } from './php-source/php-source.js';
import type { FileOrigin, SourceFile } from './project.js';
import { parseProperties } from './properties.js';
import type { PropertyEntry } from './properties.js';
import { fileTooLargeText } from './texts.js';
import type { XmlElement } from './xml/xml-element.js';
import type { YamlDocument } from './yaml.js';

/** What all files of a project share. */
export interface FileContext {
  readonly limits: Limits;
  readonly parsers: Parsers;
  readonly report: (problem: Problem) => void;
  readonly originOf: (file: SourceFile, entry: FileEntry) => FileOrigin;
  /** Bytes that may still be kept; files take from it. */
  readonly budget: { left: number };
}

/**
 * A file that is read when it is first asked for. It is a class, not a closure, because a project can have a million
 * of them.
 */
export class LazySourceFile implements SourceFile {
  readonly path: string;
  readonly archive: string;
  /** What is known of the file without reading it; for the project's own use. */
  readonly entry: FileEntry;
  readonly #context: FileContext;
  #origin: FileOrigin | undefined;
  #bytes: Uint8Array | undefined;
  /** Null once it is known that there is none. */
  #decoded: DecodedText | null | undefined;
  #lines: readonly string[] | undefined;
  #lineCount: number | undefined;
  #parsed: Map<string, unknown> | undefined;

  constructor(entry: FileEntry, context: FileContext) {
    this.path = entry.path;
    this.archive = entry.archive;
    this.entry = entry;
    this.#context = context;
  }

  get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  get directory(): string {
    return this.path.slice(0, Math.max(0, this.path.lastIndexOf('/')));
  }

  get executable(): boolean {
    return this.entry.executable;
  }

  get size(): number {
    return this.entry.size();
  }

  get origin(): FileOrigin {
    return (this.#origin ??= this.#context.originOf(this, this.entry));
  }

  bytes(): Uint8Array | undefined {
    if (this.#bytes || !this.#fits(this.#context.limits.fileBytes)) return this.#bytes;
    const bytes = this.entry.read();
    if (bytes && this.#keep(bytes.byteLength)) this.#bytes = bytes;
    return bytes;
  }

  text(): string | undefined {
    return this.#decode()?.text;
  }

  encoding(): string | undefined {
    return this.#decode()?.encoding;
  }

  lines(): readonly string[] {
    return (this.#lines ??= this.text()?.split(/\r\n|\r|\n/) ?? []);
  }

  lineCount(): number {
    return (this.#lineCount ??= this.#countLines());
  }

  xml(): XmlElement | undefined {
    return this.#parse('xml', (text) => this.#context.parsers.xml(this.path, text));
  }

  yaml(): readonly YamlDocument[] {
    return this.#parse('yaml', (text) => this.#context.parsers.yaml(this.path, text)) ?? [];
  }

  properties(): readonly PropertyEntry[] {
    return this.#parse('properties', () => parseProperties(this.lines())) ?? [];
  }

  json(): unknown {
    return this.#parse('json', (text) => this.#context.parsers.json(this.path, text));
  }

  java(): JavaSource | undefined {
    return this.#parse('java', (text) => this.#context.parsers.java(this.path, text));
  }

  php(): PhpSource | undefined {
    return this.#parse('php', (text) => this.#context.parsers.php(this.path, text));
  }

  classFile(): ClassFile | undefined {
    this.#parsed ??= new Map();
    if (!this.#parsed.has('class')) {
      const bytes = this.bytes();
      this.#parsed.set('class', bytes && this.#context.parsers.classFile(this.path, bytes));
    }
    return this.#parsed.get('class') as ClassFile | undefined;
  }

  evidence(by: string, line?: number): Evidence {
    const lines = line === undefined ? [] : this.lines();
    return evidenceOf({ file: this.path, line, by }, lines, this.#context.limits.excerptLength);
  }

  /** Takes over what a search of all files has found out, so that nobody reads the file again to know it. */
  adopt(known: { readonly lines: number; readonly decoded: DecodedText | undefined }): void {
    this.#lineCount = known.lines;
    if (known.decoded && this.#decoded === undefined && this.#keep(this.size)) this.#decoded = known.decoded;
  }

  /** Parses the file's text in another thread, so that `java()` or `php()` answer at once. */
  async parseAside(language: 'java' | 'php', text: string): Promise<void> {
    try {
      const parsed = await this.#context.parsers.aside[language](this.path, text);
      (this.#parsed ??= new Map()).set(language, parsed);
    } catch {
      // The file is parsed again when it is asked for, and its problem reported then.
      return;
    }
  }

  /** The content, not kept: for searching. */
  scannableBytes(): Uint8Array | undefined {
    return this.#bytes ?? (this.#fits(this.#context.limits.textBytes) ? this.entry.read() : undefined);
  }

  #parse<T>(format: string, parse: (text: string) => T): T | undefined {
    this.#parsed ??= new Map();
    if (!this.#parsed.has(format)) {
      const text = this.text();
      this.#parsed.set(format, text === undefined ? undefined : parse(text));
    }
    return this.#parsed.get(format) as T | undefined;
  }

  #decode(): DecodedText | undefined {
    if (this.#decoded !== undefined) return this.#decoded ?? undefined;
    const bytes = this.#fits(this.#context.limits.textBytes) ? this.bytes() : undefined;
    const decoded = bytes ? decodeText(bytes) : undefined;
    if (!decoded || !bytes) {
      this.#decoded = null;
    } else if (this.#bytes || this.#keep(bytes.byteLength)) {
      this.#bytes = undefined;
      this.#decoded = decoded;
    }
    return decoded;
  }

  #countLines(): number {
    const text = this.text();
    if (text === undefined || text === '') return 0;
    let count = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
    return text.endsWith('\n') ? count : count + 1;
  }

  #fits(limit: number): boolean {
    if (this.size <= limit) return true;
    const { message, hint } = fileTooLargeText(this.size, limit);
    this.#context.report({ code: 'file-too-large', file: this.path, message, hint });
    return false;
  }

  #keep(bytes: number): boolean {
    const { budget } = this.#context;
    if (budget.left < bytes) return false;
    budget.left -= bytes;
    return true;
  }
}
