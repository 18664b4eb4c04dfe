<?php
$password = $_POST['password'];
