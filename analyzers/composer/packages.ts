/** Composer packages that are frameworks or products, with the name people know. Source: https://packagist.org */
export const frameworks: ReadonlyMap<string, string> = new Map([
  ['laravel/framework', 'Laravel'],
  ['laravel/lumen-framework', 'Lumen'],
  ['symfony/symfony', 'Symfony'],
  ['symfony/framework-bundle', 'Symfony'],
  ['topthink/framework', 'ThinkPHP'],
  ['topthink/think', 'ThinkPHP'],
  ['yiisoft/yii2', 'Yii'],
  ['yiisoft/yii', 'Yii'],
  ['yiisoft/yii-web', 'Yii'],
  ['codeigniter4/framework', 'CodeIgniter'],
  ['codeigniter/framework', 'CodeIgniter'],
  ['cakephp/cakephp', 'CakePHP'],
  ['slim/slim', 'Slim'],
  ['zendframework/zendframework', 'Zend Framework'],
  ['zendframework/zendframework1', 'Zend Framework'],
  ['zendframework/zend-mvc', 'Zend Framework'],
  ['laminas/laminas-mvc', 'Laminas'],
  ['mezzio/mezzio', 'Mezzio'],
  ['silex/silex', 'Silex'],
  ['phalcon/devtools', 'Phalcon'],
  ['hyperf/framework', 'Hyperf'],
  ['hyperf/hyperf', 'Hyperf'],
  ['easyswoole/easyswoole', 'EasySwoole'],
  ['swoft/framework', 'Swoft'],
  ['workerman/workerman', 'Workerman'],
  ['workerman/webman-framework', 'Webman'],
  ['drupal/core', 'Drupal'],
  ['drupal/core-recommended', 'Drupal'],
  ['drupal/drupal', 'Drupal'],
  ['magento/product-community-edition', 'Magento'],
  ['magento/product-enterprise-edition', 'Magento'],
  ['typo3/cms-core', 'TYPO3'],
  ['typo3/cms', 'TYPO3'],
  ['shopware/core', 'Shopware'],
  ['shopware/shopware', 'Shopware'],
  ['sylius/sylius', 'Sylius'],
  ['craftcms/cms', 'Craft CMS'],
  ['october/october', 'October CMS'],
  ['october/rain', 'October CMS'],
  ['bagisto/bagisto', 'Bagisto'],
  ['johnpbloch/wordpress', 'WordPress'],
  ['johnpbloch/wordpress-core', 'WordPress'],
  ['roots/wordpress', 'WordPress'],
  ['api-platform/core', 'API Platform'],
  ['fuel/core', 'FuelPHP'],
  ['bcosca/fatfree', 'Fat-Free'],
  ['nette/nette', 'Nette'],
  ['nette/application', 'Nette'],
  ['spiral/framework', 'Spiral'],
  ['flarum/core', 'Flarum'],
  ['moodle/moodle', 'Moodle'],
  ['mediawiki/core', 'MediaWiki'],
  ['phpbb/phpbb', 'phpBB'],
  ['dcat/laravel-admin', 'Dcat Admin'],
]);

/** Libraries that stand for a long-running process of their own, with the command that runs it. */
export const workers: readonly {
  readonly package: string;
  readonly name: string;
  readonly command: string;
}[] = [
  { package: 'laravel/horizon', name: 'horizon', command: 'php artisan horizon' },
  { package: 'laravel/reverb', name: 'reverb', command: 'php artisan reverb:start' },
  { package: 'beyondcode/laravel-websockets', name: 'websockets', command: 'php artisan websockets:serve' },
];

/** Libraries that talk to a service, so that the service is needed though nothing says where it is. */
export const clients: ReadonlyMap<
  string,
  'redis' | 'rabbitmq' | 'elasticsearch' | 'mongodb' | 'memcached' | 'kafka' | 's3' | 'solr'
> = new Map([
  ['predis/predis', 'redis'],
  ['php-amqplib/php-amqplib', 'rabbitmq'],
  ['vladimir-yuldashev/laravel-queue-rabbitmq', 'rabbitmq'],
  ['elasticsearch/elasticsearch', 'elasticsearch'],
  ['ruflin/elastica', 'elasticsearch'],
  ['mongodb/mongodb', 'mongodb'],
  ['jenssegers/mongodb', 'mongodb'],
  ['mongodb/laravel-mongodb', 'mongodb'],
  ['solarium/solarium', 'solr'],
  ['league/flysystem-aws-s3-v3', 's3'],
]);
