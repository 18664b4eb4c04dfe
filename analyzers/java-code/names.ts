/** Properties that the JVM, servers and frameworks define. */
export const standardProperty =
  /^(?:java|javax|jdk|sun|os|user|file|line|path|awt|http|https|ftp|socksProxy\w*|com\.sun|org\.(?:apache|omg|xml|jboss)|catalina|jetty|jboss|weblogic|spring|log4j2?|logback|logging|jakarta|networkaddress)(?:\.|$)/;
