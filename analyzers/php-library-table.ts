import type { PhpProductRule } from './php-product-table.js';

const library = 'library' as const;

/** Libraries that people copy into their tree; they are recognised to leave their code out. */
export const phpLibraries: readonly PhpProductRule[] = [
  {
    id: 'smarty-3',
    name: 'Smarty',
    kind: library,
    marker: 'Smarty.class.php',
    pattern: /(?:SMARTY_VERSION\s*=\s*'(?:Smarty-)?([\d.]+)|\$_version\s*=\s*'([\d.]+))/,
    code: ['**'],
  },
  {
    id: 'phpmailer-5',
    name: 'PHPMailer',
    kind: library,
    marker: 'class.phpmailer.php',
    pattern: /class PHPMailer/,
    code: ['class.phpmailer.php', 'class.smtp.php', 'class.pop3.php', 'PHPMailerAutoload.php', 'language/**'],
  },
  {
    id: 'phpmailer-6',
    name: 'PHPMailer',
    kind: library,
    marker: 'PHPMailer.php',
    pattern: /namespace PHPMailer/,
    code: ['*.php'],
  },
  { id: 'adodb', name: 'ADOdb', kind: library, marker: 'adodb.inc.php', pattern: /ADODB/, code: ['**'] },
  {
    id: 'fpdf',
    name: 'FPDF',
    kind: library,
    marker: 'fpdf.php',
    pattern: /class FPDF/,
    code: ['fpdf.php', 'font/**'],
  },
  { id: 'tcpdf', name: 'TCPDF', kind: library, marker: 'tcpdf.php', pattern: /class TCPDF/, code: ['**'] },
  {
    id: 'phpexcel',
    name: 'PHPExcel',
    kind: library,
    marker: 'PHPExcel.php',
    pattern: /class PHPExcel/,
    code: ['PHPExcel.php', 'PHPExcel/**'],
  },
  {
    id: 'nusoap',
    name: 'NuSOAP',
    kind: library,
    marker: 'nusoap.php',
    pattern: /class nusoap/i,
    code: ['nusoap.php', 'class.*.php'],
  },
  {
    id: 'simplepie',
    name: 'SimplePie',
    kind: library,
    marker: 'simplepie.inc',
    pattern: /class SimplePie/,
    code: ['simplepie.inc'],
  },
];
