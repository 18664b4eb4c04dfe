<?php
// flock($f, LOCK_EX);
fclose($f);
