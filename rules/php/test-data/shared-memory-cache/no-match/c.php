<?php
// apc_store('menu', $menu);
$redis->set('menu', $menu);
