#!/bin/bash
# healthcheck.sh [--connect] [--innodb_initialized] … : succeeds when the server answers.
set -eo pipefail
# A server that refuses the account has answered, too.
answer=$(mysqladmin --no-defaults --protocol=tcp --host=127.0.0.1 --connect-timeout=5 ping 2>&1) || [[ $answer == *'Access denied'* ]]
