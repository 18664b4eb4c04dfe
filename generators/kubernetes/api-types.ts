import type * as client from '@kubernetes/client-node';

/**
 * A type of the Kubernetes client as plain data. The client's types are classes, and what we make are objects; and its
 * `_from` is called `from` in the API.
 */
type Plain<T> = T extends string | number | boolean | Date | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T as Key extends '_from' ? 'from' : Key]: Plain<T[Key]> };

export type V1ConfigMap = Plain<client.V1ConfigMap>;
export type V1Container = Plain<client.V1Container>;
export type V1CronJob = Plain<client.V1CronJob>;
export type V1Deployment = Plain<client.V1Deployment>;
export type V1EndpointSlice = Plain<client.V1EndpointSlice>;
export type V1EnvFromSource = Plain<client.V1EnvFromSource>;
export type V1EnvVar = Plain<client.V1EnvVar>;
export type V1Ingress = Plain<client.V1Ingress>;
export type V1Job = Plain<client.V1Job>;
export type V1Lifecycle = Plain<client.V1Lifecycle>;
export type V1NetworkPolicy = Plain<client.V1NetworkPolicy>;
export type V1NetworkPolicyEgressRule = Plain<client.V1NetworkPolicyEgressRule>;
export type V1NetworkPolicyIngressRule = Plain<client.V1NetworkPolicyIngressRule>;
export type V1NetworkPolicyPeer = Plain<client.V1NetworkPolicyPeer>;
export type V1ObjectMeta = Plain<client.V1ObjectMeta>;
export type V1PersistentVolumeClaim = Plain<client.V1PersistentVolumeClaim>;
export type V1PodDisruptionBudget = Plain<client.V1PodDisruptionBudget>;
export type V1PodSecurityContext = Plain<client.V1PodSecurityContext>;
export type V1PodSpec = Plain<client.V1PodSpec>;
export type V1Probe = Plain<client.V1Probe>;
export type V1ResourceRequirements = Plain<client.V1ResourceRequirements>;
export type V1Secret = Plain<client.V1Secret>;
export type V1SecurityContext = Plain<client.V1SecurityContext>;
export type V1Service = Plain<client.V1Service>;
export type V1StatefulSet = Plain<client.V1StatefulSet>;
export type V1Volume = Plain<client.V1Volume>;
export type V1VolumeMount = Plain<client.V1VolumeMount>;
