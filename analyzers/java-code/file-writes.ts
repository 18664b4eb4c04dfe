import type { JavaArgument } from '../../workspace/java-source/java-source.js';
import { parentOf } from '../paths.js';
import { describeWrittenPath, isConfigurationPath } from '../written-path.js';
import { isType, type CodeFile } from './code-file.js';
import { pathOf, type KnownPath, type Place } from './path-values.js';

const writers = [
  'java.io.FileOutputStream',
  'java.io.FileWriter',
  'java.io.PrintWriter',
  'java.io.PrintStream',
  'java.io.RandomAccessFile',
  'java.util.logging.FileHandler',
];

/** Emits the files and directories that the code writes, as far as their paths are known. */
export function emitFileWrites(code: CodeFile): void {
  for (const { argument, ...place } of [...constructedWrites(code), ...calledWrites(code)]) {
    const known = pathOf(code, argument, place);
    if (known) emitWrite(code, known, place.line);
  }
}

type Write = Place & { readonly argument: JavaArgument | undefined };

function constructedWrites({ source }: CodeFile): readonly Write[] {
  return source.constructions.flatMap((made) => {
    const [argument, mode] = made.arguments;
    const { line, enclosing } = made;
    // A repository of commons-fileupload is where it buffers large uploads.
    if (made.type.name.endsWith('DiskFileItemFactory'))
      return mode ? [{ argument: mode, line, enclosing }] : [];
    if (!isType(made.type, ...writers) || !argument) return [];
    if (isType(made.type, 'java.io.RandomAccessFile') && mode?.constant?.includes('w') !== true) return [];
    // A writer around another writer or stream writes no file of its own.
    if (
      /^new\s+(?!(?:java\.io\.)?File\s*\()|getOutputStream|getWriter|System\.(?:out|err)/.test(argument.text)
    )
      return [];
    return [{ argument, line, enclosing }];
  });
}

const fileMethods = new Set(['mkdirs', 'mkdir', 'createNewFile', 'deleteOnExit']);
const filesMethods: Readonly<Record<string, number>> = {
  write: 0,
  writeString: 0,
  newOutputStream: 0,
  newBufferedWriter: 0,
  createFile: 0,
  createDirectory: 0,
  createDirectories: 0,
  copy: 1,
  move: 1,
};
const utilityMethods: Readonly<Record<string, number>> = {
  writeStringToFile: 0,
  writeByteArrayToFile: 0,
  writeLines: 0,
  copyFile: 1,
  copyInputStreamToFile: 1,
  copyURLToFile: 1,
  forceMkdir: 0,
  copyFileToDirectory: 1,
};

function mayWrite(name: string): boolean {
  return (
    name === 'transferTo' ||
    name === 'write' ||
    fileMethods.has(name) ||
    Object.hasOwn(filesMethods, name) ||
    Object.hasOwn(utilityMethods, name)
  );
}

function calledWrites({ source }: CodeFile): readonly Write[] {
  return source.callsNamed(mayWrite).flatMap((call) => {
    const { name, line, enclosing } = call;
    const at = (argument: JavaArgument | undefined): readonly Write[] => [{ argument, line, enclosing }];
    if (fileMethods.has(name) && isType(call.receiverType, 'java.io.File'))
      return at({ text: call.receiver ?? '' });
    if (call.receiver === 'Files' && Object.hasOwn(filesMethods, name))
      return at(call.arguments[filesMethods[name] ?? 0]);
    if (call.receiver === 'FileUtils' && Object.hasOwn(utilityMethods, name))
      return at(call.arguments[utilityMethods[name] ?? 0]);
    if (name === 'transferTo' && call.arguments.length === 1) return at(call.arguments[0]);
    if (name === 'write' && isType(call.receiverType, 'org.apache.commons.fileupload.FileItem'))
      return at(call.arguments[0]);
    return [];
  });
}

function emitWrite(code: CodeFile, known: KnownPath, line: number): void {
  const { path, partial, configuredBy } = known;
  if (!/[\w]/.test(path) || /^(?:https?|jdbc|classpath):/.test(path) || /[*?<>|\n]/.test(path)) return;
  if (path.startsWith('/dev/') || (isConfigurationPath(path) && !/[\\/]/.test(path) && partial)) return;
  const value = describeWrittenPath(path, configuredBy);
  code.add('writable-path', value, line, partial || configuredBy !== undefined ? 'inferred' : 'declared');
}

/** Emits configuration that the code reads from a fixed place of the machine. */
export function emitFixedConfiguration(code: CodeFile): void {
  for (const made of code.source.constructions) {
    if (!isType(made.type, 'java.io.FileInputStream', 'java.io.FileReader')) continue;
    const known = pathOf(code, made.arguments[0], made);
    if (
      !known ||
      known.partial ||
      !/^(?:\/|[A-Za-z]:[\\/]).*\.(?:properties|ya?ml|ini|conf|cfg)$/i.test(known.path)
    )
      continue;
    const name = known.path.slice(known.path.replaceAll('\\', '/').lastIndexOf('/') + 1);
    const [same, ...others] = code.project.find([`**/${name}`]);
    const path = same && others.length === 0 && parentOf(same.path) !== '' ? same.path : '';
    const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
    const format =
      extension === 'properties' ? 'properties' : extension?.startsWith('y') === true ? 'yaml' : 'conf';
    const containsSecrets = /^\s*[\w.-]*(?:password|passwd|pwd|secret)[\w.-]*\s*[=:]\s*\S/im.test(
      same?.text() ?? '',
    );
    code.add(
      'config-file',
      {
        path,
        format,
        readFrom: known.path,
        purpose: 'application',
        containsSecrets,
        environmentSpecific: true,
      },
      made.line,
      'inferred',
    );
  }
}
