/**
 * Whether a profile expression holds while some profiles are active. A comma parts alternatives; `!`, `&`, `|` and parentheses mean
 * what they mean in Spring, with `&` before `|` where Spring would ask for parentheses. What is no expression never holds.
 *
 * Source: https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/core/env/Profiles.html
 */
export function matchesProfiles(expression: string, active: ReadonlySet<string>): boolean {
  const tokens = expression.match(/[!&|,()]|[^!&|,()\s][^!&|,()]*/g)?.map((token) => token.trim()) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };
  // Undefined stands for what can't be read; both sides are always read, so that the place is right.
  const one = (): boolean | undefined => {
    if (take('!')) {
      const denied = one();
      return denied === undefined ? undefined : !denied;
    }
    if (take('(')) {
      const inner = any();
      return take(')') ? inner : undefined;
    }
    const name = tokens[at++];
    return name === undefined || /^[!&|,()]$/.test(name) ? undefined : active.has(name);
  };
  const every = (): boolean | undefined => {
    let holds = one();
    while (take('&')) holds = both(holds, one());
    return holds;
  };
  const any = (): boolean | undefined => {
    let holds = every();
    while (take('|') || take(',')) holds = either(holds, every());
    return holds;
  };
  const holds = any();
  return at === tokens.length && holds === true;
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a && b;
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a || b;
}
