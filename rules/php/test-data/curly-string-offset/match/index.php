<?php
$first = $text{0};
