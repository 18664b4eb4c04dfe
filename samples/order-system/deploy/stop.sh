#!/bin/bash
PID=$(cat /opt/app/order-web/order-web.pid)
kill -9 $PID
echo "order-web stopped"
