<?php
flock($f, LOCK_EX);
