import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { scanContent } from '../../build/scan-content.js';
import type { KnownSecret, LayerHit } from '../../build/scan-content.js';
import type { DockerEngine } from './connect-docker.js';

/** Larger files are left out: data, not configuration. */
const maxFile = 128 * 1024 * 1024;

/**
 * Reads every file of the layers that lie above `baseLayers`, deleted ones too, and looks for secrets. Streams: at most
 * one file is in memory.
 */
export async function scanImage(
  { docker }: DockerEngine,
  options: { readonly imageId: string; readonly baseLayers: number; readonly known: readonly KnownSecret[] },
): Promise<LayerHit[]> {
  const saved = (await docker.getImage(options.imageId).get()) as unknown as Readable;
  const byLayer = new Map<string, LayerHit[]>();
  let order: readonly string[] = [];
  await eachEntry(saved, async (name, content) => {
    if (name === 'manifest.json') order = layersOf(await readAll(content));
    // `<id>/layer.tar` until engine 24, a blob since 25; a layer may be stored twice, once as a link.
    else if (/\/layer\.tar$|^blobs\/sha256\//.test(name))
      byLayer.set(name, await scanLayer(content, options.known));
    else await drain(content);
  });
  return order.slice(options.baseLayers).flatMap((layer) => byLayer.get(layer) ?? []);
}

function layersOf(manifest: Buffer): readonly string[] {
  const [image] = JSON.parse(manifest.toString('utf8')) as { Layers: readonly string[] }[];
  return image?.Layers ?? [];
}

async function scanLayer(content: Readable, known: readonly KnownSecret[]): Promise<LayerHit[]> {
  const hits: LayerHit[] = [];
  const tar = await asTar(content);
  if (tar === undefined) return hits;
  await eachEntry(tar, async (name, file, size) => {
    if (size > maxFile) await drain(file);
    else hits.push(...scanContent(name.replace(/^\.?\//, ''), await readAll(file), known));
  });
  return hits;
}

/** The stream as a tar, unpacked if need be; undefined (and drained) for blobs that are none: JSON. */
async function asTar(content: Readable): Promise<Readable | undefined> {
  const iterator = content[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 512) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const isTar = head.subarray(257, 262).toString('latin1') === 'ustar';
  const joined = new PassThrough();
  void feed(joined, head, iterator);
  if (isTar) return joined;
  if (gzip) return joined.pipe(createGunzip());
  await drain(joined);
  return undefined;
}

async function feed(into: PassThrough, head: Buffer, rest: AsyncIterator<Buffer, undefined>): Promise<void> {
  try {
    into.write(head);
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      if (!into.write(next.value)) await new Promise((resolve) => into.once('drain', resolve));
    }
    into.end();
  } catch (error) {
    into.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Calls back for each regular file of a tar, one after the other; the callback must read the content to its end. */
function eachEntry(
  tar: Readable,
  visit: (name: string, content: Readable, size: number) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const reader = extract();
    reader.on('entry', (header, stream, next) => {
      const content = stream as unknown as Readable;
      const handled: Promise<unknown> =
        header.type === 'file' ? visit(header.name, content, header.size) : drain(content);
      handled.then(() => {
        next();
      }, reject);
    });
    reader.on('finish', resolve);
    reader.on('error', reject);
    tar.on('error', reject);
    tar.pipe(reader);
  });
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads a stream to its end and forgets it; returns how many bytes there were. */
async function drain(stream: Readable): Promise<number> {
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) size += chunk.length;
  return size;
}
