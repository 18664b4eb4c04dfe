import { sortBy } from '../../model/order.js';
import type { ComponentScope } from '../generation.js';
import type { WrittenFile } from '../kubernetes/mounted-files.js';
import { fpmPingScript, fpmPort } from '../layout.js';
import { shareInMebibytes } from '../quantity.js';

/** Memory that one PHP process is reckoned with when the plan does not say, in MiB. */
const usualProcess = 64;

const defaults: Readonly<Record<string, string>> = {
  display_errors: 'Off',
  error_log: '/proc/self/fd/2',
  expose_php: 'Off',
  log_errors: 'On',
};

/** PHP's and PHP-FPM's configuration: the plan's directives, errors to the log, a pool that fits the memory. */
export function phpFiles(scope: ComponentScope): WrittenFile[] {
  const { component, templates } = scope;
  const settings = sortBy(Object.entries({ ...defaults, ...component.phpSettings }), ([name]) => [name]);
  // A request may use memory_limit, but few do: half of it is a fair share.
  const limit = /^(\d+)M$/i.exec(component.phpSettings.memory_limit ?? '');
  const process = limit ? Math.max(32, Number(limit[1]) / 2) : usualProcess;
  const children = Math.max(
    2,
    Math.floor(shareInMebibytes(component.resources.limits.memory, 0.9) / process),
  );
  return [
    {
      name: 'zz-drydock.ini',
      mountPath: '/usr/local/etc/php/conf.d/zz-drydock.ini',
      text: templates.render('php-fpm/php.ini', {
        settings: settings.map(([name, value]) => ({ name, value: quote(value) })),
      }),
    },
    {
      // Read after the image's own zz-docker.conf, which listens on all addresses.
      name: 'zz-drydock.conf',
      mountPath: '/usr/local/etc/php-fpm.d/zz-drydock.conf',
      text: templates.render('php-fpm/pool.conf', {
        port: fpmPort,
        children,
        stopSeconds: Math.max(1, component.stop.graceSeconds - component.stop.preStopSeconds - 5),
        spare: Math.max(1, Math.floor(children / 4)),
      }),
    },
    {
      name: 'fpm-ping.php',
      mountPath: fpmPingScript,
      text: templates.render('php-fpm/fpm-ping.php', { port: fpmPort }),
    },
  ];
}

/** Numbers, sizes and names may stand as they are; everything else in quotes. */
function quote(value: string): string {
  if (/^[\w./:+-]*$/.test(value)) return value;
  return `"${value.replaceAll('"', '\\"')}"`;
}
