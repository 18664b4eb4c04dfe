<?php
// mail($to)
$mailer->mail($to);
