<?php
// wp_schedule_event(time(), 'daily', 'x');
do_action('shop_sync');
