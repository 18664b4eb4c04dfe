<?php
$cfg['cache_dir'] = '/var/www/shop/cache';
