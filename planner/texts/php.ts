import type { Text } from '../../model/text.js';

export const phpFitting = (p: { constraints: string; version: string }): Text => ({
  en: `The application needs PHP ${p.constraints}; ${p.version} is the line of the catalogue that fits.`,
  'zh-CN': `应用要求 PHP ${p.constraints}，镜像目录中 ${p.version} 版本线满足要求。`,
});

export const phpUnknown = (p: { version: string }): Text => ({
  en: `Nothing restricts the PHP version; ${p.version} is the catalogue's preferred line.`,
  'zh-CN': `未发现对 PHP 版本的限制，采用镜像目录的首选版本线 ${p.version}。`,
});

export const phpImpossible = (p: { constraints: string; version: string }): Text => ({
  en: `No PHP of the catalogue fits ${p.constraints}; ${p.version} comes nearest, and the code must be adapted.`,
  'zh-CN': `镜像目录中没有满足 ${p.constraints} 的 PHP；${p.version} 最为接近，代码需要调整。`,
});

export const phpNewer = (p: { version: string }): Text => ({
  en: `PHP ${p.version} is maintained, but the code uses what it no longer has; see the findings.`,
  'zh-CN': `PHP ${p.version} 仍在维护，但代码使用了其中已移除的功能，参见检查结果。`,
});

export const adaptCodeTitle = (p: { version: string }): Text => ({
  en: `Make the code run on PHP ${p.version}`,
  'zh-CN': `使代码能在 PHP ${p.version} 上运行`,
});

export const adaptCodeDetail = (p: { version: string; constraints: string; until: string }): Text => ({
  en: `The code needs PHP ${p.constraints}, and no image of the catalogue has that. ${p.version} comes nearest${p.until === '' ? '' : ` (supported until ${p.until})`}: change what the findings name, then move on to a maintained line; or name an image of your own for ${p.version} in an image catalogue (--image-catalog).`,
  'zh-CN': `代码要求 PHP ${p.constraints}，而镜像目录中没有这样的镜像。${p.version} 最为接近${p.until === '' ? '' : `（支持至 ${p.until}）`}：请按检查结果修改代码，再升级到仍在维护的版本；也可以在自有镜像目录（--image-catalog）中为 ${p.version} 指定镜像。`,
});

export const keepsItsPlace = (p: { place: string }): Text => ({
  en: `The application refers to itself by absolute paths (${p.place}), so its directories keep them.`,
  'zh-CN': `应用以绝对路径引用自身目录（${p.place}），因此保持原有路径。`,
});

export const documentRootFound = (p: { place: string }): Text => ({
  en: `Pages are served from here (${p.place}).`,
  'zh-CN': `页面由此目录提供（${p.place}）。`,
});

export const servedFromElsewhere = (p: { url: string; path: string; place: string }): Text => ({
  en: `Pages link to ${p.url}, but the files lie in ${p.path} (${p.place}), outside the document root.`,
  'zh-CN': `页面以 ${p.url} 引用文件，而文件位于文档根目录之外的 ${p.path}（${p.place}）。`,
});

export const notServed = (): Text => ({
  en: 'Not for visitors: SQL files, and what an .htaccess refuses, which nginx does not read.',
  'zh-CN': '不对访客开放：SQL 文件，以及 .htaccess 中禁止访问的内容（nginx 不读取 .htaccess）。',
});

export const rewritesKept = (p: { place: string }): Text => ({
  en: `The web server rewrote these addresses (${p.place}); nginx does the same.`,
  'zh-CN': `原 Web 服务器会重写这些地址（${p.place}），改由 nginx 执行相同的重写。`,
});

export const rewritesLeftTitle = (p: { count: number }): Text => ({
  en: p.count === 1 ? 'Translate a rewrite rule for nginx' : `Translate ${p.count} rewrite rules for nginx`,
  'zh-CN': `将 ${p.count} 条重写规则改写为 nginx 规则`,
});

export const rewritesLeftDetail = (p: { rules: string }): Text => ({
  en: `nginx has no equal for these as they stand: ${p.rules}. Put what they do into php.rewrites of the plan, or into the application.`,
  'zh-CN': `以下规则无法直接转换为 nginx 规则：${p.rules}。请将其作用写入计划的 php.rewrites，或在应用中实现。`,
});

export const extensionsNeeded = (): Text => ({
  en: 'What the code cannot do without, and what it uses where it is there, as far as the official image can compile it; and opcache, which keeps the compiled code.',
  'zh-CN':
    '包括代码必需的扩展，以及代码在可用时会使用、且官方镜像能够编译的扩展；另加 opcache 以缓存编译结果。',
});

export const wpCron = (p: { place: string }): Text => ({
  en: `Visits start these jobs (${p.place}) by a request to the site's own address, which a pod cannot count on; a CronJob runs them instead.`,
  'zh-CN': `这些任务由访客触发（${p.place}），并需请求站点自身的地址，Pod 中无法保证可达；改由 CronJob 运行。`,
});

export const codeWrittenTitle = (p: { path: string }): Text => ({
  en: `Find out what is written to ${p.path}`,
  'zh-CN': `确认写入 ${p.path} 的内容`,
});

export const codeWrittenDetail = (p: { path: string }): Text => ({
  en: `The code writes into its own directory ${p.path}, which is read-only in the container; a volume there would hide the code. If the file matters at run time, make its path configurable and add a volume for it to the plan.`,
  'zh-CN': `代码会写入自身所在目录 ${p.path}，而该目录在容器中只读；若在此挂载存储卷会遮住代码。如运行时确需该文件，请将其路径改为可配置，并在计划中为其添加存储卷。`,
});

export const missingFileTitle = (p: { path: string }): Text => ({
  en: `Supply ${p.path}`,
  'zh-CN': `提供 ${p.path}`,
});

export const missingFileDetail = (p: { path: string; component: string }): Text => ({
  en: `The code reads ${p.path}, which is not part of the input. Add it to components.${p.component}.configFiles with its content (addresses from dependencies, secrets as a Secret).`,
  'zh-CN': `代码会读取 ${p.path}，但输入中没有该文件。请将其内容加入 components.${p.component}.configFiles（地址取自依赖，敏感信息放入 Secret）。`,
});

export const cronJob = (p: { place: string }): Text => ({
  en: `cron ran it on the old host (${p.place}); a CronJob with the same image takes over.`,
  'zh-CN': `原主机通过 cron 运行（${p.place}），改由使用同一镜像的 CronJob 执行。`,
});

export const wordPressConfig = (p: { path: string; place: string }): Text => ({
  en: `WordPress reads ${p.path} (${p.place}), which is not part of the input; one is generated that takes everything from the environment.`,
  'zh-CN': `WordPress 读取 ${p.path}（${p.place}），但输入中没有该文件；因此生成一个全部取自环境变量的配置。`,
});

export const foreignJobTitle = (p: { name: string }): Text => ({
  en: `Find a place for the job ${p.name}`,
  'zh-CN': `安排定时任务 ${p.name}`,
});

export const foreignJobDetail = (p: { command: string; schedule: string }): Text => ({
  en: `cron ran \`${p.command}\` (${p.schedule}), which the application's image can't run; if it is still needed, add a CronJob with an image that has the program.`,
  'zh-CN': `cron 原先执行 \`${p.command}\`（${p.schedule}），应用镜像无法运行该命令；如仍需要，请使用包含该程序的镜像另建 CronJob。`,
});
