# -XX:MaxPermSize=256m
JAVA_OPTS="-XX:MaxMetaspaceSize=256m"
