import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Unavailable } from './docker/connect-docker.js';
import { reasonOf } from './docker/connect-docker.js';
import { hostTexts as texts } from './texts.js';

/** A registry that answers; `secure` tells whether over TLS. */
export interface Registry {
  readonly host: string;
  readonly secure: boolean;
}

/** Asks `/v2/` over HTTPS, on loopback also over HTTP; a request for a login is an answer. */
export async function checkRegistry(registry: string): Promise<Registry | Unavailable> {
  const host = registry.replace(/^https?:\/\//, '').split('/')[0] ?? registry;
  const loopback = /^(localhost|127\.|\[::1\])/.test(host);
  let reason = '';
  for (const secure of loopback ? [false, true] : [true, false]) {
    const answer = await ask(host, secure);
    if (typeof answer === 'number' && (answer === 200 || answer === 401)) return { host, secure };
    reason = reason === '' ? (typeof answer === 'number' ? `HTTP ${answer}` : answer) : reason;
  }
  return { unavailable: texts.noRegistry(host, reason), hint: texts.noRegistryHint() };
}

function ask(host: string, secure: boolean): Promise<number | string> {
  return new Promise((resolve) => {
    const request = (secure ? requestHttps : requestHttp)(`${secure ? 'https' : 'http'}://${host}/v2/`, {
      timeout: 5000,
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', (error) => {
      resolve(reasonOf(error));
    });
    request.end();
  });
}
