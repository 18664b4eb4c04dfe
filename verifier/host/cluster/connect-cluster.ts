import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { Unavailable } from '../docker/connect-docker.js';
import { reasonOf } from '../docker/connect-docker.js';
import { hostTexts as texts } from '../texts.js';
import { sendRequest } from './send-request.js';
import type { ApiAnswer, ApiRequest } from './send-request.js';

/** A Kubernetes cluster that answers. */
export interface Cluster {
  readonly server: string;
  readonly context: string;
  /** `1.34.4`. */
  readonly version: string;
  readonly config: KubeConfig;
  /** Sends one request; only a broken connection throws, every HTTP status is an answer. */
  readonly request: (request: ApiRequest) => Promise<ApiAnswer>;
}

export interface ClusterOptions {
  /** Path; absent: KUBECONFIG, then ~/.kube/config, then the pod's own account. */
  readonly kubeconfig?: string;
  readonly context?: string;
}

/** Finds the cluster as kubectl does and asks for its version. Imports its client lazily. */
export async function connectCluster(options: ClusterOptions = {}): Promise<Cluster | Unavailable> {
  // The part of the client that reads kubeconfigs loads in a fifth of the whole's time.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  try {
    if (options.kubeconfig === undefined) config.loadFromDefault();
    else config.loadFromFile(options.kubeconfig);
    if (options.context !== undefined) config.setCurrentContext(options.context);
  } catch (error) {
    return { unavailable: texts.noKubeconfig(reasonOf(error)), hint: texts.noKubeconfigHint() };
  }
  const current = config.getCurrentCluster();
  if (current === null)
    return { unavailable: texts.noKubeconfig(config.currentContext), hint: texts.noKubeconfigHint() };
  const { server } = current;
  const request = async (wanted: ApiRequest): Promise<ApiAnswer> => {
    const tls: RequestOptions = {};
    // Tokens may be short-lived, so they are asked for each time; the client caches them.
    await config.applyToHTTPSOptions(tls);
    return sendRequest(server, tls, wanted);
  };
  try {
    const answer = await request({ method: 'GET', path: '/version', timeoutMs: 10_000 });
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
    const { gitVersion } = JSON.parse(answer.body) as { gitVersion: string };
    return { server, context: config.currentContext, version: gitVersion.replace(/^v/, ''), config, request };
  } catch (error) {
    return { unavailable: texts.noCluster(server, reasonOf(error)), hint: texts.noClusterHint() };
  }
}
