/**
 * PHP versions that brought or removed something. Sources: the migration appendices of the manual,
 * https://www.php.net/manual/en/appendices.php, and the RFC index, https://wiki.php.net/rfc.
 */

/** Syntax (a feature of PhpSource) and the first version that understands it. */
export const syntaxSince: ReadonlyMap<string, string> = new Map([
  ['namespace', '5.3'],
  ['closure', '5.3'],
  ['short-ternary', '5.3'],
  ['goto', '5.3'],
  ['nowdoc', '5.3'],
  ['trait', '5.4'],
  ['short-array', '5.4'],
  ['generator', '5.5'],
  ['finally', '5.5'],
  ['variadic', '5.6'],
  ['power', '5.6'],
  ['null-coalescing', '7.0'],
  ['spaceship', '7.0'],
  ['scalar-type', '7.0'],
  ['return-type', '7.0'],
  ['anonymous-class', '7.0'],
  ['nullable-type', '7.1'],
  ['typed-property', '7.4'],
  ['arrow-function', '7.4'],
  ['null-coalescing-assignment', '7.4'],
  ['match', '8.0'],
  ['nullsafe', '8.0'],
  ['named-argument', '8.0'],
  ['constructor-promotion', '8.0'],
  ['union-type', '8.0'],
  ['enum', '8.1'],
  ['readonly', '8.1'],
]);

/** Syntax and the first version that refuses it. */
export const syntaxUntil: ReadonlyMap<string, string> = new Map([
  ['asp-tag', '7.0'],
  ['script-tag', '7.0'],
  ['reference-new', '7.0'],
  ['call-time-reference', '5.4'],
  ['php4-constructor', '8.0'],
  ['curly-offset', '8.0'],
  ['unset-cast', '8.0'],
  ['real-cast', '8.0'],
]);

function table(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([version, names]) => names.split(' ').map((name) => [name, version])),
  );
}

/** Syntax that one line tells on its own, for what PhpSource does not look for; group-free and read without strings. */
export const lineSyntaxSince: readonly (readonly [RegExp, string])[] = [
  [/^\s*declare\s*\(\s*strict_types\s*=/, '7.0'],
  [/^\s*use\s+[\w\\]+\\\{/, '7.0'],
  [/^\s*use\s+(?:function|const)\s/, '5.6'],
  [/\bcatch\s*\(\s*[\w\\]+\s*\|/, '7.1'],
  [/\b(?:public|protected|private)\s+const\s+\w+\s*=/, '7.1'],
  [/\bfunction\s+\w*\s*\([^)]*\)\s*:\s*void\b/, '7.1'],
  [/\)\s*:\s*never\b/, '8.1'],
  [/\w\(\.\.\.\)/, '8.1'],
  [/\breadonly\s+class\b/, '8.2'],
  [/\bconst\s+(?:string|int|float|bool|array)\s+[A-Z_]\w*\s*=/, '8.3'],
];

/** Functions and the first version that has them; only those that sites of that age use. */
export const functionsSince = table({
  '5.3':
    'array_replace date_diff date_create_from_format get_called_class lcfirst str_getcsv quoted_printable_encode',
  '5.4': 'http_response_code session_status hex2bin header_register_callback class_uses',
  '5.5':
    'password_hash password_verify password_needs_rehash array_column boolval json_last_error_msg cli_set_process_title',
  '5.6': 'hash_equals session_abort',
  '7.0': 'random_bytes random_int intdiv error_clear_last preg_replace_callback_array get_resources',
  '7.1': 'is_iterable session_create_id',
  '7.2': 'stream_isatty spl_object_id mb_chr mb_ord mb_scrub',
  '7.3': 'array_key_first array_key_last is_countable hrtime net_get_interfaces',
  '7.4': 'mb_str_split password_algos get_mangled_object_vars',
  '8.0': 'str_contains str_starts_with str_ends_with get_debug_type get_resource_id fdiv preg_last_error_msg',
  '8.1': 'array_is_list fsync fdatasync enum_exists',
  '8.2': 'ini_parse_quantity curl_upkeep memory_reset_peak_usage',
  '8.3': 'json_validate mb_str_pad str_increment str_decrement',
  '8.4': 'array_find array_find_key array_any array_all mb_trim mb_ucfirst request_parse_body',
});

/** Functions and the first version that has lost them. */
export const functionsUntil = table({
  '5.4':
    'session_register session_unregister session_is_registered import_request_variables define_syslog_variables mysqli_bind_param mysqli_bind_result mysqli_fetch mysqli_param_count',
  '7.0':
    'mysql_connect mysql_pconnect mysql_query mysql_select_db mysql_fetch_array mysql_fetch_assoc mysql_fetch_row mysql_fetch_object mysql_num_rows mysql_real_escape_string mysql_escape_string mysql_error mysql_errno mysql_close mysql_insert_id mysql_affected_rows mysql_free_result mysql_result mysql_set_charset mysql_db_query mysql_list_tables mysql_data_seek mysql_num_fields mysql_field_name mysql_ping mysql_unbuffered_query mysql_get_server_info mysql_list_dbs mysql_create_db ereg eregi ereg_replace eregi_replace split spliti sql_regcase call_user_method call_user_method_array set_magic_quotes_runtime magic_quotes_runtime set_socket_blocking datefmt_set_timezone_id mssql_connect mssql_pconnect mssql_query mssql_select_db mssql_fetch_array mssql_fetch_assoc mssql_fetch_row mssql_num_rows mssql_close sybase_connect sybase_query imagepsloadfont imagepstext php_logo_guid zend_logo_guid',
  '7.2':
    'mcrypt_encrypt mcrypt_decrypt mcrypt_create_iv mcrypt_module_open mcrypt_get_iv_size mcrypt_get_key_size mcrypt_generic mcrypt_generic_init mcrypt_cbc mcrypt_ecb mdecrypt_generic mcrypt_enc_get_iv_size png2wbmp jpeg2wbmp',
  '7.4': 'ibase_connect ibase_query recode recode_string wddx_serialize_value wddx_deserialize',
  '8.0':
    'each create_function get_magic_quotes_gpc get_magic_quotes_runtime convert_cyr_string hebrevc is_real money_format restore_include_path ezmlm_hash fgetss gzgetss image2wbmp ldap_sort mbregex_encoding mbereg mberegi mbsplit read_exif_data mb_ereg_replace_e xmlrpc_encode_request xmlrpc_decode xmlrpc_server_create',
});

/** Classes, lower case, and the first version that has them. */
export const classesSince = table({
  '5.3': 'dateinterval dateperiod splstack splqueue splobjectstorage phar',
  '5.4': 'jsonserializable callbackfilteriterator sessionhandler sessionhandlerinterface',
  '5.5': 'datetimeimmutable datetimeinterface generator',
  '7.0': 'throwable typeerror parseerror arithmeticerror divisionbyzeroerror intlchar',
  '7.1': 'argumentcounterror',
  '7.3': 'jsonexception compileerror',
  '7.4': 'weakreference',
  '8.0': 'weakmap stringable valueerror unhandledmatcherror',
  '8.1': 'fiber unitenum backedenum',
});

/** Directives whose use in configuration or code tells that PHP is older than the version that removed them. */
export const settingsUntil = table({
  '5.4':
    'register_globals magic_quotes_gpc magic_quotes_runtime magic_quotes_sybase safe_mode register_long_arrays allow_call_time_pass_reference session.bug_compat_42',
  '7.0': 'asp_tags always_populate_raw_post_data xsl.security_prefs mssql.charset',
});

/** PHP's releases, oldest first, so that "below 7.0" can name the last one before it. */
export const releases = '5.2 5.3 5.4 5.5 5.6 7.0 7.1 7.2 7.3 7.4 8.0 8.1 8.2 8.3 8.4 8.5'.split(' ');
