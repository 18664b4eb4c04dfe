<?php
// extract($_GET);
extract($row);
