#!/bin/sh
# mysql -ptopsecret
mysqldump -h db -u root -p"$PASSWORD" shop > x
mysql -p < x
