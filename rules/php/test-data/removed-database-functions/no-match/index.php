<?php
// mssql_connect('x')
$l = sqlsrv_connect('x', array());
