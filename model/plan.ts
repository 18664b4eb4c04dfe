import type { DependencyPlan } from './plan-dependency.js';
import type { ComponentPlan } from './plan-component.js';
import type { Evidence } from './evidence.js';
import type { Language, Text } from './text.js';

/**
 * The plan, `drydock.yaml`: what is to be generated, in words a person can edit.
 *
 * Values stand under `settings`, `components` and `dependencies`. `decisions` holds what the tool chose and why; a
 * value that differs from its decision's `choice` is a person's edit and is kept when planning again.
 */
export interface Plan {
  readonly version: 1;
  readonly settings: PlanSettings;
  /** By component id. */
  readonly components: Readonly<Record<string, ComponentPlan>>;
  /** By dependency id (`order-web-mysql`). */
  readonly dependencies: Readonly<Record<string, DependencyPlan>>;
  readonly decisions: readonly Decision[];
  /** What only a person can do. */
  readonly manual: readonly ManualStep[];
}

export interface PlanSettings {
  /** Language of generated prose and comments. */
  readonly language: Language;
  readonly namespace: string;
  /** Where built images are pushed, `host[:port][/path]`; absent: names without a registry. */
  readonly registry?: string;
  /** Replaces docker.io in base image references, `host[:port][/path]`. */
  readonly imageMirror?: string;
  /** Kubernetes minor version that the manifests are for, `1.34`. */
  readonly kubernetesVersion: string;
  /** Path of the PEM certificates that builds trust, as the user gave it. */
  readonly caBundle?: string;
  /** Domain under which public components get an Ingress host; absent: no Ingress is generated. */
  readonly ingressDomain?: string;
}

/** Why a value is what it is. `subject` is the value's path, for example `components.order-web.replicas`. */
export interface Decision {
  readonly subject: string;
  /** What the tool chose; compared with the value in the plan to see a person's edit. */
  readonly choice: unknown;
  readonly because: Text;
  readonly evidence: readonly Evidence[];
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly choice: unknown;
  readonly whyNot: Text;
}

/** A thing to do by hand, with the places it concerns. */
export interface ManualStep {
  readonly component: string;
  readonly title: Text;
  readonly detail: Text;
  readonly evidence: readonly Evidence[];
}
