import { isObject, listOf, objectOf, textOf } from '../../documents/json.js';
import type { FieldPath, JsonObject } from '../../documents/manifest.js';
import { eachPod, say } from '../rule.js';
import type { ManifestHit, ManifestRule } from '../rule.js';

const safeSysctls = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);
const seLinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ (AppArmor, SELinux, /proc, Sysctls) */
export const kernelSettings: ManifestRule = {
  id: 'kernel-settings',
  severity: 'error',
  title: say('The pod loosens a protection of the kernel', 'Pod 放松了内核防护'),
  why: say(
    'Unsafe sysctls, an unconfined AppArmor profile, a custom SELinux context or an unmasked /proc affect everything on the node.',
    '不安全的 sysctl、不受限的 AppArmor、自定义 SELinux 上下文或未屏蔽的 /proc 会影响整个节点。',
  ),
  fix: say(
    'remove the setting; the runtime’s default is right for applications',
    '删除该设置，运行时默认值即适合应用',
  ),
  inspect: eachPod(function* ({ spec, path, containers, manifest }) {
    for (const [i, sysctl] of listOf(objectOf(spec.securityContext).sysctls).entries()) {
      const name = textOf(objectOf(sysctl).name);
      if (safeSysctls.has(name)) continue;
      const message = say(`sysctl ${name} is not a safe one`, `sysctl ${name} 不在安全列表内`);
      yield { path: [...path, 'securityContext', 'sysctls', i], message };
    }
    yield* inContext(spec, path);
    for (const { value, path: at } of containers) yield* inContext(value, at);
    yield* inAnnotations(manifest.value, path.slice(0, -1));
  }),
};

function* inContext(value: JsonObject, path: FieldPath): Generator<Omit<ManifestHit, 'manifest'>> {
  const context = objectOf(value.securityContext);
  const at = [...path, 'securityContext'];
  const appArmor = textOf(objectOf(context.appArmorProfile).type);
  if (appArmor === 'Unconfined') {
    yield {
      path: [...at, 'appArmorProfile'],
      message: say('AppArmor is off (Unconfined)', 'AppArmor 已关闭（Unconfined）'),
    };
  }
  const seLinux = objectOf(context.seLinuxOptions);
  if (
    !seLinuxTypes.includes(textOf(seLinux.type)) ||
    textOf(seLinux.user) !== '' ||
    textOf(seLinux.role) !== ''
  ) {
    const message = say('sets SELinux options of its own', '自定义了 SELinux 选项');
    yield { path: [...at, 'seLinuxOptions'], message };
  }
  if (textOf(context.procMount) === 'Unmasked') {
    yield { path: [...at, 'procMount'], message: say('/proc is unmasked', '/proc 未屏蔽') };
  }
}

function* inAnnotations(object: JsonObject, template: FieldPath): Generator<Omit<ManifestHit, 'manifest'>> {
  const parent = template.reduce<unknown>((at, step) => objectOf(at)[step], object);
  const annotations = objectOf(objectOf(parent).metadata).annotations;
  if (!isObject(annotations)) return;
  for (const [key, value] of Object.entries(annotations)) {
    if (!key.startsWith('container.apparmor.security.beta.kubernetes.io/')) continue;
    const profile = textOf(value);
    if (profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/')) continue;
    const message = say(`AppArmor profile ${profile}`, `AppArmor 配置为 ${profile}`);
    yield { path: [...template, 'metadata', 'annotations', key], message };
  }
}
