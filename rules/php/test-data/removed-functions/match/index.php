<?php
echo money_format('%i', $x);
