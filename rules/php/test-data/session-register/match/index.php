<?php
session_register('user');
