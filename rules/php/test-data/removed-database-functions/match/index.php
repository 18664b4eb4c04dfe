<?php
$l = mssql_connect('x', 'u', 'p');
