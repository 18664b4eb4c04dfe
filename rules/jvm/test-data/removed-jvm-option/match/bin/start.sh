# -XX:PermSize=64m
JAVA_OPTS="-Xmx1g -XX:MaxPermSize=256m"
JAVA_OPTS="$JAVA_OPTS -XX:+UseConcMarkSweepGC"
