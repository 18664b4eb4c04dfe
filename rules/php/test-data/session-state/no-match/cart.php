<?php
// $_SESSION['cart'] = 1;
echo $_SESSION['cart'];
