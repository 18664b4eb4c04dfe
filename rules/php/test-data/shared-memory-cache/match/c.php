<?php
apc_store('menu', $menu);
