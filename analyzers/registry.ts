import type { Analyzer } from './analyzer.js';
import { antAnalyzer } from './ant/index.js';
import { apacheAnalyzer } from './apache/index.js';
import { composerAnalyzer } from './composer/index.js';
import { crontabAnalyzer } from './crontab/index.js';
import { dockerAnalyzer } from './docker/index.js';
import { dotenvAnalyzer } from './dotenv/index.js';
import { earAnalyzer } from './ear/index.js';
import { gradleAnalyzer } from './gradle/index.js';
import { htmlSiteAnalyzer } from './html-site/index.js';
import { iisAnalyzer } from './iis/index.js';
import { javaArchiveAnalyzer } from './java-archive/index.js';
import { javaCodeAnalyzer } from './java-code/index.js';
import { javaLibraryAnalyzer } from './java-library/index.js';
import { loggingAnalyzer } from './logging/index.js';
import { mavenAnalyzer } from './maven/index.js';
import { nginxAnalyzer } from './nginx/index.js';
import { nodeAnalyzer } from './node/index.js';
import { phpAnalyzer } from './php/index.js';
import { phpFpmAnalyzer } from './php-fpm/index.js';
import { phpFrameworkAnalyzer } from './php-framework/index.js';
import { phpIniAnalyzer } from './php-ini/index.js';
import { processManagerAnalyzer } from './process-manager/index.js';
import { servletContainerAnalyzer } from './servlet-container/index.js';
import { springAnalyzer } from './spring/index.js';
import { sqlAnalyzer } from './sql/index.js';
import { startScriptAnalyzer } from './start-script/index.js';
import { wordpressAnalyzer } from './wordpress/index.js';
import { zookeeperAnalyzer } from './zookeeper/index.js';

/** Every analyzer, in the order of their ids; adding a technology is a folder and a line here. */
export const analyzers: readonly Analyzer[] = [
  antAnalyzer,
  apacheAnalyzer,
  composerAnalyzer,
  crontabAnalyzer,
  dockerAnalyzer,
  dotenvAnalyzer,
  earAnalyzer,
  gradleAnalyzer,
  htmlSiteAnalyzer,
  iisAnalyzer,
  javaArchiveAnalyzer,
  javaCodeAnalyzer,
  javaLibraryAnalyzer,
  loggingAnalyzer,
  mavenAnalyzer,
  nginxAnalyzer,
  nodeAnalyzer,
  phpAnalyzer,
  phpFpmAnalyzer,
  phpFrameworkAnalyzer,
  phpIniAnalyzer,
  processManagerAnalyzer,
  servletContainerAnalyzer,
  springAnalyzer,
  sqlAnalyzer,
  startScriptAnalyzer,
  wordpressAnalyzer,
  zookeeperAnalyzer,
];
