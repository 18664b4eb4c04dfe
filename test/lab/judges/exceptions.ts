import type { Remark } from './judge-tree.js';

/** A remark that we let stand, and why. Kind and check are exact; `name` narrows it where the reason is one object's. */
export interface Exception {
  readonly judge: Remark['judge'];
  readonly check: string;
  readonly kinds: readonly string[];
  readonly name?: RegExp;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    judge: 'kube-score',
    check: 'deployment-replicas',
    kinds: ['Deployment'],
    reason:
      'One replica is the right number while sessions, timers or files live in one instance: two would break the application. MIGRATION.md says what has to change first.',
  },
  {
    judge: 'kube-score',
    check: 'deployment-strategy',
    kinds: ['Deployment'],
    reason:
      'Recreate where a claim is mounted by one node only, or where two instances must never run at once: a rolling update would wait for ever, or run the timer twice.',
  },
  {
    judge: 'checkov',
    check: 'CKV_K8S_43',
    kinds: ['Deployment', 'StatefulSet', 'CronJob'],
    reason:
      'Digests come from the lock that a user gives (--image-catalog); built images have none before they are pushed. Tags are pinned to a version.',
  },
  {
    judge: 'checkov',
    check: 'CKV_K8S_35',
    kinds: ['Deployment', 'CronJob'],
    reason:
      'These applications read the secret from their environment or from a placeholder in their configuration; changing their code is no part of generating manifests.',
  },
  {
    judge: 'hadolint',
    check: 'DL3008',
    kinds: ['Dockerfile'],
    reason:
      "Debian's mirrors keep only the newest build of a package in a release, so a pinned version stops building with the next security fix.",
  },
];

export function isException(remark: Remark): boolean {
  return exceptions.some((exception) => covers(exception, remark));
}

/** Exceptions that no remark needs any more. */
export function unusedExceptions(remarks: readonly Remark[]): string[] {
  return exceptions
    .flatMap((exception) => exception.kinds.map((kind) => ({ ...exception, kinds: [kind] })))
    .filter((exception) => !remarks.some((remark) => covers(exception, remark)))
    .map(({ judge, check, kinds }) => `${judge} ${check} ${kinds.join()}`);
}

function covers(exception: Exception, remark: Remark): boolean {
  return (
    exception.judge === remark.judge &&
    exception.check === remark.check &&
    exception.kinds.includes(remark.kind) &&
    (exception.name?.test(remark.name) ?? true)
  );
}
