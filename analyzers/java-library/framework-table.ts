/** One framework and the libraries that carry its version. Names match whole library names, lower case. */
export interface KnownFramework {
  readonly name: string;
  readonly libraries: RegExp;
  /** Only libraries of this group, where the name alone is somebody else's too. Bundled jars have no group. */
  readonly group?: RegExp;
  /** Only these versions: one name, two frameworks. */
  readonly versions?: RegExp;
  /** A library that matters for its end of life only. */
  readonly isFramework?: false;
}

/** Frameworks of enterprise Java. Source: the projects' own artefacts on Maven Central. */
export const knownFrameworks: readonly KnownFramework[] = [
  {
    name: 'spring-boot',
    libraries: /^spring-boot(?:-starter(?:-[\w-]+)?|-autoconfigure)?$/,
    group: /^org\.springframework\.boot$/,
  },
  {
    name: 'spring-cloud',
    libraries: /^spring-cloud-(?:commons|context|starter-[\w-]+|netflix-[\w-]+)$/,
    group: /^org\.springframework\.cloud$/,
  },
  {
    name: 'spring',
    libraries: /^(?:spring-(?:core|context|beans)|org\.springframework\.(?:core|context|beans)|spring)$/,
  },
  { name: 'spring-mvc', libraries: /^(?:spring-webmvc|spring-mvc|org\.springframework\.web\.servlet)$/ },
  { name: 'spring-security', libraries: /^(?:spring-security-(?:core|web|config)|acegi-security)$/ },
  { name: 'spring-batch', libraries: /^spring-batch-core$/ },
  { name: 'struts1', libraries: /^(?:struts|struts-core)$/, versions: /^1\./ },
  { name: 'struts2', libraries: /^struts2-core$/ },
  { name: 'webwork', libraries: /^webwork$/ },
  { name: 'hibernate', libraries: /^(?:hibernate|hibernate3|hibernate-core|hibernate-entitymanager)$/ },
  { name: 'mybatis', libraries: /^mybatis$/ },
  { name: 'mybatis-plus', libraries: /^mybatis-plus(?:-core|-boot-starter|-extension)?$/ },
  { name: 'ibatis', libraries: /^(?:ibatis|ibatis-sqlmap|ibatis-core|ibatis2-sqlmap)$/ },
  { name: 'eclipselink', libraries: /^eclipselink$/ },
  { name: 'openjpa', libraries: /^openjpa(?:-all)?$/ },
  { name: 'jsf', libraries: /^(?:jsf-impl|jsf-api|myfaces-impl|(?:javax|jakarta)\.faces(?:-api)?)$/ },
  { name: 'primefaces', libraries: /^primefaces$/ },
  { name: 'richfaces', libraries: /^richfaces(?:-core|-ui|-impl)?$/ },
  { name: 'wicket', libraries: /^wicket(?:-core)?$/ },
  { name: 'tapestry', libraries: /^tapestry(?:-core|-framework)?$/ },
  { name: 'vaadin', libraries: /^(?:vaadin|vaadin-server|vaadin-core)$/ },
  { name: 'gwt', libraries: /^gwt-(?:servlet|user)$/ },
  { name: 'zk', libraries: /^zk$/ },
  { name: 'dwr', libraries: /^dwr$/ },
  { name: 'cxf', libraries: /^cxf-(?:core|api|rt-core|rt-frontend-jax(?:ws|rs)|bundle(?:-jaxrs)?)$/ },
  { name: 'axis', libraries: /^axis$/ },
  { name: 'axis2', libraries: /^axis2(?:-kernel)?$/ },
  { name: 'xfire', libraries: /^xfire-(?:core|all|spring)$/ },
  { name: 'jersey', libraries: /^jersey-(?:server|servlet|container-servlet|container-servlet-core|core)$/ },
  { name: 'resteasy', libraries: /^resteasy-(?:jaxrs|core)$/ },
  {
    name: 'dubbo',
    libraries: /^dubbo(?:-spring-boot-starter)?$/,
    group: /^(?:com\.alibaba|org\.apache\.dubbo)$/,
  },
  { name: 'shiro', libraries: /^shiro-(?:core|web|spring|all)$/ },
  { name: 'quartz', libraries: /^(?:quartz|quartz-all)$/ },
  { name: 'activiti', libraries: /^activiti-engine$/ },
  { name: 'flowable', libraries: /^flowable-engine$/ },
  { name: 'camel', libraries: /^camel-core$/ },
  { name: 'jfinal', libraries: /^jfinal$/ },
  { name: 'nutz', libraries: /^nutz$/ },
  { name: 'seam', libraries: /^jboss-seam$/ },
  { name: 'grails', libraries: /^grails-(?:core|bootstrap)$/ },
  { name: 'quarkus', libraries: /^quarkus-(?:core|resteasy|universe-bom)$/ },
  { name: 'micronaut', libraries: /^micronaut-(?:core|runtime|http-server-netty)$/ },
  { name: 'dropwizard', libraries: /^dropwizard-core$/ },
  { name: 'vertx', libraries: /^vertx-core$/ },
  { name: 'xxl-job', libraries: /^xxl-job-core$/ },
  { name: 'log4j1', libraries: /^log4j$/, versions: /^1\./, isFramework: false },
];
