#!/bin/bash
# 发布到生产两台服务器（先停一台，验证后再停另一台）
set -e
SERVERS="10.8.0.21 10.8.0.22"

cd "$(dirname "$0")/.."
mvn clean package -P prod -DskipTests

for s in $SERVERS; do
  scp order-web/target/order-web-2.3.1.jar app@$s:/opt/app/order-web/
  ssh app@$s "/opt/app/order-web/stop.sh; sleep 3; /opt/app/order-web/start.sh prod"
  sleep 60
  curl -f http://$s:8081/order/ok.html
done

# 定时任务只部署在 21 上
scp order-job/target/order-job-2.3.1.jar app@10.8.0.21:/opt/app/order-job/
ssh app@10.8.0.21 "cd /opt/app/order-job && (kill -9 \$(cat order-job.pid); nohup java -Xms256m -Xmx512m -jar order-job-2.3.1.jar > /dev/null 2>&1 & echo \$! > order-job.pid)"
