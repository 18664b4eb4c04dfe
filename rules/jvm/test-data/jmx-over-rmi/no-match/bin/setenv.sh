#CATALINA_OPTS="-Dcom.sun.management.jmxremote.port=9999"
CATALINA_OPTS="-Dfile.encoding=UTF-8"
