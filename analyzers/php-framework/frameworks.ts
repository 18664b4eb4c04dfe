import type { FactValues } from '../../model/fact-values.js';

type Use = FactValues['writable-path']['use'];

/** What a framework is by convention: how it is recognised, and what it writes and runs. */
export interface FrameworkRule {
  readonly name: string;
  /** Composer packages that it comes as. */
  readonly packages: readonly string[];
  /** Globs below the application, all of which exist in its skeleton. */
  readonly files: readonly string[];
  /** Must match the first of `files`, when its name alone says too little. */
  readonly pattern?: RegExp;
  readonly documentRoot?: string;
  readonly writable: readonly (readonly [string, Use])[];
  /** Where sessions are kept unless configuration says otherwise; absent: as PHP does. */
  readonly sessions?: FactValues['session-state']['store'];
  readonly log?: string;
}

/** Sources: the frameworks' own deployment documentation. */
export const frameworkRules: readonly FrameworkRule[] = [
  {
    name: 'Laravel',
    packages: ['laravel/framework', 'laravel/lumen-framework'],
    files: ['artisan', 'bootstrap/app.php'],
    documentRoot: 'public',
    writable: [
      ['storage', 'data'],
      ['bootstrap/cache', 'cache'],
    ],
    sessions: 'file',
    log: 'storage/logs/laravel.log',
  },
  {
    name: 'Symfony',
    packages: ['symfony/framework-bundle', 'symfony/symfony'],
    files: ['bin/console'],
    pattern: /Symfony|Kernel/,
    documentRoot: 'public',
    writable: [
      ['var/cache', 'cache'],
      ['var/log', 'log'],
    ],
    log: 'var/log/prod.log',
  },
  {
    name: 'Symfony 2',
    packages: [],
    files: ['app/console', 'app/AppKernel.php'],
    documentRoot: 'web',
    writable: [
      ['app/cache', 'cache'],
      ['app/logs', 'log'],
    ],
    log: 'app/logs/prod.log',
  },
  {
    name: 'ThinkPHP',
    packages: ['topthink/framework'],
    files: ['think'],
    pattern: /think/i,
    documentRoot: 'public',
    writable: [['runtime', 'cache']],
    log: 'runtime/log',
  },
  {
    name: 'ThinkPHP 3',
    packages: [],
    files: ['ThinkPHP/ThinkPHP.php'],
    writable: [['Application/Runtime', 'cache']],
  },
  {
    name: 'CodeIgniter',
    packages: ['codeigniter/framework'],
    files: ['application/config/config.php', 'system/core/CodeIgniter.php'],
    writable: [
      ['application/cache', 'cache'],
      ['application/logs', 'log'],
    ],
    log: 'application/logs',
  },
  {
    name: 'CodeIgniter 4',
    packages: ['codeigniter4/framework'],
    files: ['spark', 'app/Config/App.php'],
    documentRoot: 'public',
    writable: [['writable', 'data']],
    sessions: 'file',
    log: 'writable/logs',
  },
  {
    name: 'Yii',
    packages: ['yiisoft/yii2'],
    files: ['yii', 'web/index.php'],
    pattern: /yii/i,
    documentRoot: 'web',
    writable: [
      ['runtime', 'cache'],
      ['web/assets', 'cache'],
    ],
    log: 'runtime/logs/app.log',
  },
  {
    name: 'Yii 1',
    packages: ['yiisoft/yii'],
    files: ['protected/config/main.php'],
    writable: [
      ['protected/runtime', 'cache'],
      ['assets', 'cache'],
    ],
    log: 'protected/runtime/application.log',
  },
  {
    name: 'CakePHP',
    packages: ['cakephp/cakephp'],
    files: ['bin/cake', 'config/app.php'],
    documentRoot: 'webroot',
    writable: [
      ['tmp', 'cache'],
      ['logs', 'log'],
    ],
    log: 'logs/error.log',
  },
  {
    name: 'CakePHP 2',
    packages: [],
    files: ['app/Config/core.php'],
    documentRoot: 'app/webroot',
    writable: [['app/tmp', 'cache']],
    log: 'app/tmp/logs/error.log',
  },
  {
    name: 'Laminas',
    packages: ['laminas/laminas-mvc', 'zendframework/zend-mvc', 'zendframework/zendframework'],
    files: ['config/application.config.php'],
    documentRoot: 'public',
    writable: [['data/cache', 'cache']],
  },
  {
    name: 'Drupal',
    packages: ['drupal/core', 'drupal/core-recommended', 'drupal/drupal'],
    files: ['core/lib/Drupal.php'],
    writable: [['sites/default/files', 'upload']],
  },
  {
    name: 'Magento',
    packages: ['magento/product-community-edition'],
    files: ['bin/magento', 'app/etc/di.xml'],
    documentRoot: 'pub',
    writable: [
      ['var', 'data'],
      ['generated', 'cache'],
      ['pub/static', 'cache'],
      ['pub/media', 'upload'],
    ],
    log: 'var/log/system.log',
  },
  {
    name: 'Magento 1',
    packages: [],
    files: ['app/Mage.php'],
    writable: [
      ['var', 'data'],
      ['media', 'upload'],
    ],
    log: 'var/log/system.log',
  },
  {
    name: 'Joomla',
    packages: [],
    files: ['libraries/{src/Version.php,cms/version/version.php}', 'configuration.php*'],
    writable: [
      ['cache', 'cache'],
      ['administrator/cache', 'cache'],
      ['tmp', 'temp'],
      ['logs', 'log'],
      ['images', 'upload'],
    ],
  },
  {
    name: 'Discuz!',
    packages: [],
    files: ['source/discuz_version.php'],
    writable: [
      ['data', 'data'],
      ['uc_server/data', 'data'],
    ],
  },
  {
    name: 'ECShop',
    packages: [],
    files: ['includes/cls_ecshop.php'],
    writable: [
      ['temp', 'cache'],
      ['data', 'data'],
      ['images', 'upload'],
    ],
  },
  {
    name: 'DedeCMS',
    packages: [],
    files: ['include/dedetag.class.php'],
    writable: [
      ['data', 'data'],
      ['uploads', 'upload'],
      ['a', 'data'],
    ],
  },
  {
    name: 'MediaWiki',
    packages: [],
    files: ['includes/DefaultSettings.php', 'load.php'],
    writable: [
      ['images', 'upload'],
      ['cache', 'cache'],
    ],
  },
];
