/**
 * Replaces comments by spaces, so that a match is never in one and every offset stays. What is a comment depends on
 * the file's name; a file of unknown kind comes back as it is.
 */
export function blankComments(name: string, text: string): string {
  const lower = name.toLowerCase();
  return grammars.find(([names]) => names.test(lower))?.[1](text) ?? text;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** In each grammar the strings come first and the comment is the only captured group. */
function comments(grammar: RegExp): (text: string) => string {
  return (text) =>
    text.replace(grammar, (whole: string, comment?: string) =>
      typeof comment === 'string' ? blank(whole) : whole,
    );
}

const xml = comments(/<!\[CDATA\[[\s\S]*?\]\]>|(<!--[\s\S]*?(?:-->|$))/g);
const cLike = comments(
  /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)/g,
);
const phpCode = comments(
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|(\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|#(?!\[)[^\n]*)/g,
);
const markup = comments(/(<%--[\s\S]*?(?:--%>|$)|<!--[\s\S]*?(?:-->|$))/g);

function jsp(text: string): string {
  return markup(text).replace(/<%[\s\S]*?%>/g, cLike);
}

function php(text: string): string {
  return markup(text).replace(/<\?(?!xml)[\s\S]*?(?:\?>|$)/g, phpCode);
}

const grammars: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\.(jsp|jspf|jspx|tag)$/, jsp],
  [/\.(xml|xhtml|html?|xsd|wsdl|xsl|xslt|tld|jrxml|config)$/, xml],
  [/\.(java|js|ts|groovy|kt|scala|gradle|c|cpp|h|css)$/, cLike],
  [/\.(php|phtml|inc|php[345])$/, php],
  [/\.properties$/, comments(/^([ \t\f]*[#!][^\n]*)/gm)],
  [
    /\.(ya?ml|sh|bash|ksh|toml)$|^(setenv|catalina|dockerfile|makefile)/,
    comments(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|((?:^|(?<=[ \t]))#[^\n]*)/gm),
  ],
  [/\.(ini|cnf)$/, comments(/^([ \t]*[;#][^\n]*)/gm)],
  [/\.(conf|cfg|env|htaccess)$|^\.(env|htaccess|user\.ini)|^crontab/, comments(/^([ \t]*#[^\n]*)/gm)],
  [/\.sql$/, comments(/'(?:[^'\n]|'')*'|(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/g)],
  [/\.(bat|cmd)$/, comments(/^([ \t]*(?:@?rem\b|::)[^\n]*)/gim)],
];
