CATALINA_OPTS="-Dcom.sun.management.jmxremote.port=9999"
