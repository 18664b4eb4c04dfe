<?php
$config['db']['host'] = '10.0.3.4';
