<?php
if (ereg('^[a-z]+$', $name)) {
  $parts = split(',', $list);
}
