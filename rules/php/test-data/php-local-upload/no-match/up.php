<?php
// move_uploaded_file($a, $b)
$s = $_FILES['f']['size'];
