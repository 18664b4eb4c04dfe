import type { ComponentScope } from '../generation.js';
import type { WrittenFile } from '../kubernetes/mounted-files.js';
import type { ScratchDirectory } from '../kubernetes/pod-volumes.js';
import { tomcatHome } from '../layout.js';
import { renderContext } from './context-xml.js';

/** Compiled JSPs, uploads in progress and logs of the application; the rest of Tomcat's directory is read-only. */
export const tomcatScratch: readonly ScratchDirectory[] = [
  { name: 'tomcat-work', mountPath: `${tomcatHome}/work`, size: '512Mi' },
  { name: 'tomcat-temp', mountPath: `${tomcatHome}/temp`, size: '512Mi' },
  { name: 'tomcat-logs', mountPath: `${tomcatHome}/logs`, size: '256Mi' },
];

/** Tomcat's own configuration. A file that the plan mounts at the same place wins. */
export function tomcatFiles(scope: ComponentScope): WrittenFile[] {
  const { component, templates } = scope;
  const http = component.ports.find(({ purpose }) => purpose === 'http');
  const users = component.configFiles.some(
    ({ mountPath }) => mountPath === `${tomcatHome}/conf/tomcat-users.xml`,
  );
  const context = renderContext(component.jndi);
  return [
    {
      name: 'server.xml',
      mountPath: `${tomcatHome}/conf/server.xml`,
      text: templates.render('tomcat/server.xml', { port: http?.port ?? 8080, users }),
    },
    {
      name: 'logging.properties',
      mountPath: `${tomcatHome}/conf/logging.properties`,
      text: templates.render('tomcat/logging.properties', {}),
    },
    ...(context === undefined
      ? []
      : [{ name: 'context.xml', mountPath: `${tomcatHome}/conf/context.xml`, text: context }]),
  ];
}
