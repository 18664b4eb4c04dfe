/**
 * Where a reader can see for themselves what a fact or finding rests on.
 *
 * `file` is relative to the application's root, with forward slashes; a member of an archive is written
 * `app.war!/WEB-INF/web.xml`, and archives nest. `line` is 1-based. `excerpt` is the line itself, trimmed, at most
 * 160 characters, with secrets masked as `***`. `by` is the id of the analyzer, rule or form that saw it.
 */
export interface Evidence {
  readonly file: string;
  readonly line?: number;
  readonly excerpt?: string;
  readonly by: string;
}
