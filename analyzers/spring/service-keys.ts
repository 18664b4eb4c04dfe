import type { ServiceProduct } from '../../model/product.js';

/**
 * Settings of libraries that name a server: canonical key (no dashes), service, default port.
 * https://docs.spring.io/spring-boot/docs/2.7.x/reference/html/application-properties.html and the libraries' own documentation.
 */
export const serviceKeys: readonly (readonly [RegExp, ServiceProduct, number])[] = [
  [/^spring(?:\.data)?\.redis\.(?:host|url|cluster\.nodes|sentinel\.nodes)(?:\[\d+\])?$/, 'redis', 6379],
  [/^(?:spring\.)?redisson\..*address(?:es)?(?:\[\d+\])?$/, 'redis', 6379],
  [/^spring\.rabbitmq\.(?:host|addresses)(?:\[\d+\])?$/, 'rabbitmq', 5672],
  [/^spring\.kafka\.(?:\w+\.)?bootstrapservers(?:\[\d+\])?$/, 'kafka', 9092],
  [/^spring\.cloud\.stream\.kafka\.binder\.brokers(?:\[\d+\])?$/, 'kafka', 9092],
  [/^(?:kafka\.)?bootstrap\.?servers(?:\[\d+\])?$/, 'kafka', 9092],
  [/^spring\.data\.mongodb\.(?:uri|host)$/, 'mongodb', 27017],
  [
    /^spring\.(?:data\.)?elasticsearch\.(?:rest\.|client\.reactive\.)?(?:uris|clusternodes|endpoints)(?:\[\d+\])?$/,
    'elasticsearch',
    9200,
  ],
  [/^spring\.data\.solr\.(?:host|zkhost)$/, 'solr', 8983],
  [/^spring\.mail\.host$/, 'smtp', 25],
  [/^spring\.ldap\.urls(?:\[\d+\])?$/, 'ldap', 389],
  [/^eureka\.client\.serviceurl\.\w+$/, 'eureka', 8761],
  [/^(?:spring\.cloud\.)?nacos\.(?:discovery\.|config\.)?serveraddr$/, 'nacos', 8848],
  [/^spring\.cloud\.consul\.host$/, 'consul', 8500],
  [/^spring\.cloud\.zookeeper\.connectstring$/, 'zookeeper', 2181],
  [
    /^(?:[\w.]+\.)?(?:zookeeper|zk)\.?(?:connect(?:string)?|address(?:es)?|servers?|hosts?|serverlists?|url)(?:\[\d+\])?$/,
    'zookeeper',
    2181,
  ],
  [/^(?:elasticjob|elaticjob)\..*serverlists?$/, 'zookeeper', 2181],
  [/^(?:spring\.)?dubbo\.registr(?:y|ies\.\w+)\.address$/, 'zookeeper', 2181],
  [/^spring\.activemq\.brokerurl$/, 'activemq', 61616],
  [/^rocketmq\.nameserver(?:addr)?$/, 'rocketmq', 9876],
  [/^ibm\.mq\.connname$/, 'mq', 1414],
  [/^apollo\.meta$/, 'apollo', 8080],
  [
    /^spring\.influx\.url$|^spring\.zipkin\.baseurl$|^spring\.boot\.admin\.client\.url$|^xxl\.job\.admin\.addresses$/,
    'http',
    80,
  ],
  [/^(?:[\w.]+\.)?minio\.(?:endpoint|url|host)$/, 'minio', 9000],
  [/^(?:[\w.]+\.)?memcached?\.(?:servers?|addresses)$/, 'memcached', 11211],
  [/^fdfs\.trackerlist(?:\[\d+\])?$/, 'tcp', 22122],
];

/** Services by the scheme in front of an address, where one key serves for several. */
export const servicesByScheme: Readonly<Record<string, ServiceProduct>> = {
  zookeeper: 'zookeeper',
  nacos: 'nacos',
  redis: 'redis',
  rediss: 'redis',
  consul: 'consul',
  eureka: 'eureka',
  etcd3: 'etcd',
  mongodb: 'mongodb',
  ldap: 'ldap',
  ldaps: 'ldap',
  amqp: 'rabbitmq',
};
