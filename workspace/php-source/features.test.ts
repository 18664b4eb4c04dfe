import { describe, expect, test } from '@jest/globals';
import { createMemoryProject } from '../memory-project.js';

describe('idioms of PHP 4 and 5', () => {
  test('are no return types and no typed properties', () => {
    const text =
      '<?php\n$a = isset($x) ? foo($x) : null;\nswitch (1) { case f(1): break; }\nclass A { public static $x = 1; static public $y; }\n';
    const found = createMemoryProject({ 'a.php': text }).file('a.php')?.php()?.features ?? [];
    expect(found.map(({ feature }) => feature)).toEqual([]);
    const typed =
      '<?php\nclass B { private static ?int $n = 1; function f(array $a): ?string { return null; } }\n';
    const features = createMemoryProject({ 'b.php': typed }).file('b.php')?.php()?.features ?? [];
    expect(features.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['typed-property', 'return-type']),
    );
  });
});
