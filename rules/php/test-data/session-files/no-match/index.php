<?php
// session_start();
session_set_save_handler($handler);
session_start();
