<?php
extract($_GET, EXTR_SKIP);
import_request_variables('gp');
