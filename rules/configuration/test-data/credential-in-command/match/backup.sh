#!/bin/sh
mysqldump -h db -uroot -ptopsecret shop > x
sshpass -p topsecret ssh a@b
