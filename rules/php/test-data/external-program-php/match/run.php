<?php
exec('convert a.png b.jpg');
