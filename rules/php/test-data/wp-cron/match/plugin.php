<?php
wp_schedule_event(time(), 'daily', 'shop_sync');
