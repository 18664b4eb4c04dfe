<?php
$lang['password'] = 'Kennwort1';
