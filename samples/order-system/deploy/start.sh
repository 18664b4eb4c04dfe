#!/bin/bash
# 启动 order-web，用法：./start.sh [prod|test]
APP_HOME=/opt/app/order-web
JAR=order-web-2.3.1.jar
PROFILE=${1:-prod}

export JAVA_HOME=/usr/java/jdk1.8.0_202
export ORDER_NODE_ID=01
export LANG=zh_CN.UTF-8

JAVA_OPTS="-server -Xms1024m -Xmx2048m -XX:MaxMetaspaceSize=256m"
JAVA_OPTS="$JAVA_OPTS -XX:+UseConcMarkSweepGC -XX:+PrintGCDetails -Xloggc:/data/logs/order-web/gc.log"
JAVA_OPTS="$JAVA_OPTS -XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/data/logs/order-web"
JAVA_OPTS="$JAVA_OPTS -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8"

mkdir -p /data/logs/order-web /data/upload /data/order/audit
cd $APP_HOME
nohup $JAVA_HOME/bin/java $JAVA_OPTS -jar $JAR --spring.profiles.active=$PROFILE > /dev/null 2>&1 &
echo $! > $APP_HOME/order-web.pid
echo "order-web started, pid $(cat $APP_HOME/order-web.pid)"
