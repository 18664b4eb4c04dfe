import type { SourceFile } from '../../workspace/project.js';

/** Test code: it never runs in the container. Paths as Maven, Gradle, PHPUnit and JUnit lay them out. */
const testPaths =
  /(^|\/)(src\/(test|it|integrationTest|testFixtures|androidTest|jmh)|_?tests?|__tests__|spec|specs|phpunit|testdata|test-data|test-resources|[\w-]+-(tests|test))\//i;
const testNames =
  /(^Test[A-Z]\w*|\w(Test|Tests|TestCase|IT|Spec|TestBase))\.(java|php|groovy|kt|scala|class)$|[._]test\.php$/;

/** Samples that people copy and fill in; the application reads the copy. */
const sampleNames =
  /[._-](example|sample|dist)(\.[\w-]+)*$|\.(template|tmpl|tpl|in|orig|original|bak|backup|old|save|swp)$|^(example|sample)[._-]|~$/i;

/** Texts for people, and pages of API documentation. */
const documentation =
  /(^|\/)(docs?|documentation|javadocs?|apidocs|manual|man|licenses?)\/|\.(md|markdown|adoc|asciidoc|rst|txt|pdf|docx?|textile|mdown)$|(^|\/)(README|CHANGELOG|CHANGES|LICENSE|NOTICE|INSTALL|AUTHORS|TODO|UPGRADE)[^/]*$/i;

/** Settings of editors and of build servers, which describe another machine than the one the application runs on. */
const tooling =
  /(^|\/)(\.idea|\.settings|\.vscode|\.mvn|\.github|\.gitlab|\.circleci|\.svn|\.hg|nbproject|\.externalToolBuilders)\/|(^|\/)(\.(project|classpath|travis\.yml|gitlab-ci\.yml|editorconfig|gitignore|gitattributes)|Jenkinsfile|appveyor\.yml|sonar-project\.properties|checkstyle[^/]*\.xml|pmd[^/]*\.xml|findbugs[^/]*\.xml|spotbugs[^/]*\.xml|phpunit\.xml|phpcs\.xml|(docker-)?compose[^/]*\.ya?ml)$/i;

const sourceRoots = /(^|\/)src\/main\/(java|kotlin|groovy|scala)\//;

/**
 * Whether a finding may point at the file: the application's own, and not test code, a sample, documentation or
 * tooling. Below a Java source root only names count: `docs` and `test` can be packages there.
 */
export function isEligible(file: SourceFile): boolean {
  if (file.origin !== 'own') return false;
  if (testNames.test(file.name) || sampleNames.test(file.name)) return false;
  const path = file.path.split('!/').at(-1) ?? file.path;
  if (sourceRoots.test(path)) return true;
  return !testPaths.test(path) && !documentation.test(path) && !tooling.test(path);
}
