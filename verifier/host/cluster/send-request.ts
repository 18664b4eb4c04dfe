import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { RequestOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../../model/system-error.js';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below the server's address, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** `application/json` when absent. */
  readonly contentType?: string;
  readonly accept?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** At most 4 MiB. */
  readonly body: string;
}

const maxBody = 4 * 1024 * 1024;

/** Sends a request to the API server; a connection that is refused or reset is tried again twice. */
export async function sendRequest(
  server: string,
  tls: RequestOptions,
  request: ApiRequest,
): Promise<ApiAnswer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(server, tls, request);
    } catch (error) {
      const code = errorCode(error);
      const transient = code === 'ECONNRESET' || code === 'ECONNREFUSED' || code === 'EPIPE';
      if (!transient || attempt >= 3 || request.signal?.aborted === true) throw error;
      await sleep(500 * attempt);
    }
  }
}

function sendOnce(server: string, tls: RequestOptions, request: ApiRequest): Promise<ApiAnswer> {
  const url = new URL(server.replace(/\/$/, '') + request.path);
  const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  return new Promise((resolve, reject) => {
    const outgoing = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, {
      ...tls,
      method: request.method,
      headers: {
        ...(tls.headers as Readonly<Record<string, string>> | undefined),
        accept: request.accept ?? 'application/json',
        ...(body && {
          'content-type': request.contentType ?? 'application/json',
          'content-length': body.length,
        }),
      },
      ...(request.signal && { signal: request.signal }),
      timeout: request.timeoutMs ?? 30_000,
    });
    outgoing.on('timeout', () =>
      outgoing.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
    );
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      readBody(response).then((text) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      }, reject);
    });
    outgoing.end(body);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
