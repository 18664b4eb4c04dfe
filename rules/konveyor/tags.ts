const shape = /^(?:[A-Za-z0-9_() -]+=)?[A-Za-z0-9_() -]+(?:,[A-Za-z0-9_() -]+)*$/;

/** The names by which `hasTags` finds a tag: `Category=a, b` is a and b; other characters make it invisible. */
export function visibleNames(tag: string): readonly string[] {
  if (!shape.test(tag)) return [];
  const names = tag.includes('=') ? tag.slice(tag.indexOf('=') + 1) : tag;
  return names.split(',').map((name) => name.trim());
}
