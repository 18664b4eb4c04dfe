import { join } from 'node:path';
import { soundPom, write } from './bad-inputs.js';

/** Stands in every form below; it must reach no output. */
export const secret = 'Zq9xLeak7731';

const webXml = `<web-app version="3.0" xmlns="http://java.sun.com/xml/ns/javaee">
<context-param><param-name>db.url</param-name><param-value>jdbc:mysql://10.1.2.3:3306/shop?user=shop&amp;password=${secret}</param-value></context-param>
<servlet><servlet-name>druid</servlet-name><servlet-class>com.alibaba.druid.support.http.StatViewServlet</servlet-class><init-param><param-name>loginUsername</param-name><param-value>admin</param-value></init-param><init-param><param-name>loginPassword</param-name><param-value>${secret}</param-value></init-param></servlet>
<env-entry><env-entry-name>mail/password</env-entry-name><env-entry-type>java.lang.String</env-entry-type><env-entry-value>${secret}</env-entry-value></env-entry>
</web-app>
`;

const files: Readonly<Record<string, string>> = {
  'pom.xml': soundPom,
  'src/main/webapp/WEB-INF/web.xml': webXml,
  'src/main/webapp/META-INF/context.xml': `<Context><Resource name="jdbc/shop" type="javax.sql.DataSource" username="shop" password="${secret}" url="jdbc:mysql://10.1.2.3:3306/shop"/></Context>\n`,
  'src/main/resources/applicationContext.xml': `<beans xmlns="http://www.springframework.org/schema/beans">
<bean id="ds" class="com.alibaba.druid.pool.DruidDataSource"><property name="url" value="jdbc:mysql://10.1.2.3/shop"/><property name="username" value="shop"/><property name="password" value="${secret}"/></bean>
<bean id="m"><property name="password"><value>${secret}</value></property><constructor-arg name="password" value="${secret}"/></bean>
</beans>
`,
  'src/main/resources/application.properties': `spring.datasource.url=jdbc:mysql://shop:${secret}@10.1.2.3:3306/shop\nspring.datasource.password=${secret}\nspring.redis.url=redis://:${secret}@10.1.2.4:6379\nftp.url=ftp://shop:${secret}@10.1.2.5/in\n`,
  'src/main/resources/hibernate-site.xml': `<configuration><property><name>password</name><value>${secret}</value></property></configuration>\n`,
  'src/main/java/shop/Export.java': `package shop;\nclass Export {\n  java.sql.Connection open() throws Exception { return java.sql.DriverManager.getConnection("jdbc:mysql://10.1.2.3/shop", "shop", "${secret}"); }\n  String password = "${secret}";\n  java.net.URL url() throws Exception { return new java.net.URL("http://shop:${secret}@10.1.2.6:8080/in"); }\n}\n`,
  'bin/start.sh': `#!/bin/sh\nexport DB_PASSWORD=${secret}\nJAVA_OPTS="-Xmx512m -Ddb.password=${secret}"\nexec java $JAVA_OPTS -jar shop.jar --spring.datasource.password=${secret} --server.port=8081\n`,
  'php/index.php': `<?php\n$link = mysql_connect('10.1.2.3', 'shop', '${secret}');\ndefine('DB_PASSWORD', '${secret}');\n$config = array('password' => '${secret}', 'host' => 'http://shop:${secret}@10.1.2.7/');\n`,
  'cron/crontab.txt': `0 3 * * * /usr/bin/mysqldump -h10.1.2.3 -ushop -p${secret} shop > /data/backup/shop.sql\n`,
};

/** A WAR project that keeps one secret in many forms, each name and value on one line. */
export function writeSecretApplication(directory: string): void {
  for (const [path, content] of Object.entries(files)) write(join(directory, path), content);
}
