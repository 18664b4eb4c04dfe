<?php
// $text{0}
$first = $text[0];
$s = "{$text}";
