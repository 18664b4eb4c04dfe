/**
 * How PHP extensions are installed in the official PHP images: which Debian packages are needed to compile them
 * (`build`) and to run them (`run`), by Debian release where the names differ.
 *
 * Source: https://github.com/docker-library/docs/blob/master/php/README.md and the package lists of Debian 9, 11 and 12.
 */
export type DebianRelease = 'stretch' | 'bullseye' | 'bookworm';
type ByRelease = Readonly<Record<DebianRelease, readonly string[]>>;

export interface PhpExtension {
  readonly build?: readonly string[];
  readonly run?: readonly string[] | ByRelease;
  /** Arguments of docker-php-ext-configure, before PHP 7.4 and since. */
  readonly configure?: { readonly before74: string; readonly since74: string };
  /** A release on PECL instead of PHP's own sources: the last one for PHP 5, and one for 7.4 and later. */
  readonly pecl?: { readonly php5: string; readonly php7: string };
  /** The version of PHP that removed it, and what takes its place. */
  readonly gone?: { readonly since: string; readonly instead: string };
}

export const phpExtensions: Readonly<Record<string, PhpExtension>> = {
  bcmath: {},
  bz2: { build: ['libbz2-dev'], run: ['libbz2-1.0'] },
  calendar: {},
  dba: {},
  ereg: { gone: { since: '7.0', instead: 'preg_*' } },
  exif: {},
  ffi: { build: ['libffi-dev'], run: { stretch: ['libffi6'], bullseye: ['libffi7'], bookworm: ['libffi8'] } },
  gd: {
    build: ['libfreetype6-dev', 'libjpeg62-turbo-dev', 'libpng-dev', 'libwebp-dev'],
    run: {
      stretch: ['libfreetype6', 'libjpeg62-turbo', 'libpng16-16', 'libwebp6'],
      bullseye: ['libfreetype6', 'libjpeg62-turbo', 'libpng16-16', 'libwebp6'],
      bookworm: ['libfreetype6', 'libjpeg62-turbo', 'libpng16-16', 'libwebp7'],
    },
    configure: {
      before74: '--with-freetype-dir=/usr --with-jpeg-dir=/usr --with-png-dir=/usr --with-webp-dir=/usr',
      since74: '--with-freetype --with-jpeg --with-webp',
    },
  },
  gettext: {},
  gmp: { build: ['libgmp-dev'], run: ['libgmp10'] },
  imap: {
    build: ['libc-client-dev', 'libkrb5-dev'],
    run: ['libc-client2007e', 'libkrb5-3'],
    configure: { before74: '--with-kerberos --with-imap-ssl', since74: '--with-kerberos --with-imap-ssl' },
  },
  intl: {
    build: ['libicu-dev'],
    run: { stretch: ['libicu57'], bullseye: ['libicu67'], bookworm: ['libicu72'] },
  },
  ldap: {
    build: ['libldap2-dev'],
    run: { stretch: ['libldap-2.4-2'], bullseye: ['libldap-2.4-2'], bookworm: ['libldap-2.5-0'] },
  },
  mcrypt: {
    build: ['libmcrypt-dev'],
    run: ['libmcrypt4'],
    gone: { since: '7.2', instead: 'openssl / sodium' },
  },
  mysql: { gone: { since: '7.0', instead: 'mysqli / PDO' } },
  mysqli: {},
  mssql: { gone: { since: '7.0', instead: 'pdo_sqlsrv' } },
  opcache: {},
  pcntl: {},
  pdo_mysql: {},
  pdo_pgsql: { build: ['libpq-dev'], run: ['libpq5'] },
  pgsql: { build: ['libpq-dev'], run: ['libpq5'] },
  pspell: { build: ['libpspell-dev'], run: ['libaspell15'] },
  shmop: {},
  snmp: {
    build: ['libsnmp-dev'],
    run: { stretch: ['libsnmp30'], bullseye: ['libsnmp40'], bookworm: ['libsnmp40'] },
  },
  soap: { build: ['libxml2-dev'], run: ['libxml2'] },
  sockets: {},
  sybase_ct: { gone: { since: '7.0', instead: 'pdo_dblib' } },
  sysvmsg: {},
  sysvsem: {},
  sysvshm: {},
  tidy: {
    build: ['libtidy-dev'],
    run: { stretch: ['libtidy5'], bullseye: ['libtidy5deb1'], bookworm: ['libtidy5deb1'] },
  },
  xsl: { build: ['libxslt1-dev'], run: ['libxslt1.1'] },
  zip: { build: ['libzip-dev', 'zlib1g-dev'], run: ['libzip4'] },
  apcu: { pecl: { php5: 'apcu-4.0.11', php7: 'apcu-5.1.24' } },
  igbinary: { pecl: { php5: 'igbinary-2.0.8', php7: 'igbinary-3.2.16' } },
  imagick: {
    pecl: { php5: 'imagick-3.4.4', php7: 'imagick-3.7.0' },
    build: ['libmagickwand-dev'],
    run: {
      stretch: ['libmagickwand-6.q16-3'],
      bullseye: ['libmagickwand-6.q16-6'],
      bookworm: ['libmagickwand-6.q16-6'],
    },
  },
  memcached: {
    pecl: { php5: 'memcached-2.2.0', php7: 'memcached-3.3.0' },
    build: ['libmemcached-dev', 'libssl-dev', 'zlib1g-dev'],
    run: ['libmemcached11', 'libmemcachedutil2'],
  },
  mongodb: { pecl: { php5: 'mongodb-1.7.5', php7: 'mongodb-1.20.1' }, build: ['libssl-dev'] },
  redis: { pecl: { php5: 'redis-4.3.0', php7: 'redis-6.1.0' } },
};

/** Compiled into every official image. */
export const builtInExtensions: ReadonlySet<string> = new Set(
  (
    'core ctype curl date dom fileinfo filter ftp hash iconv json libxml mbstring mysqlnd openssl pcre pdo ' +
    'pdo_sqlite phar posix readline reflection session simplexml sodium spl sqlite3 standard tokenizer xml ' +
    'xmlreader xmlwriter zlib'
  ).split(' '),
);

/** Other names that code and documents use. */
export const extensionAliases: Readonly<Record<string, string>> = {
  'zend opcache': 'opcache',
  'zend-opcache': 'opcache',
  apc: 'apcu',
};
