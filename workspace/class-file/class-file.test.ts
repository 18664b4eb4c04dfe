import { describe, expect, test } from '@jest/globals';
import { createMemoryProject } from '../memory-project.js';
import type { Project } from '../project.js';
import { decodeModifiedUtf8 } from './modified-utf8.js';

/*
 * javac --release 8 -g:source of:
 *   package a.b;
 *   import java.io.File;
 *   @Deprecated
 *   class Job extends Thread implements Runnable {
 *     static final String DIR = "/data/订单\u0000";
 *     @SafeVarargs static void all(String... x) {}
 *     long n = 5L; double d = 1.5;
 *     @Deprecated File f;
 *     public void run() { new File("/tmp/x").mkdirs(); File[] a = new File[0]; a.clone(); System.out.println(DIR); }
 *   }
 */
const job = Buffer.from(
  [
    'yv66vgAAADQARAoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvVGhyZWFkAQAGPGluaXQ+AQADKClWBQAAAAAAAAAFCQAKAAsHAAwM',
    'AA0ADgEAB2EvYi9Kb2IBAAFuAQABSgY/+AAAAAAAAAkACgASDAATABQBAAFkAQABRAcAFgEADGphdmEvaW8vRmlsZQgAGAEABi90',
    'bXAveAoAFQAaDAAFABsBABUoTGphdmEvbGFuZy9TdHJpbmc7KVYKABUAHQwAHgAfAQAGbWtkaXJzAQADKClaCgAhACIHACMMACQA',
    'JQEAD1tMamF2YS9pby9GaWxlOwEABWNsb25lAQAUKClMamF2YS9sYW5nL09iamVjdDsJACcAKAcAKQwAKgArAQAQamF2YS9sYW5n',
    'L1N5c3RlbQEAA291dAEAFUxqYXZhL2lvL1ByaW50U3RyZWFtOwgALQEADi9kYXRhL+iuouWNlcCACgAvADAHADEMADIAGwEAE2ph',
    'dmEvaW8vUHJpbnRTdHJlYW0BAAdwcmludGxuBwA0AQASamF2YS9sYW5nL1J1bm5hYmxlAQADRElSAQASTGphdmEvbGFuZy9TdHJp',
    'bmc7AQANQ29uc3RhbnRWYWx1ZQEAAWYBAA5MamF2YS9pby9GaWxlOwEACkRlcHJlY2F0ZWQBABlSdW50aW1lVmlzaWJsZUFubm90',
    'YXRpb25zAQAWTGphdmEvbGFuZy9EZXByZWNhdGVkOwEABENvZGUBAANhbGwBABYoW0xqYXZhL2xhbmcvU3RyaW5nOylWAQAXTGph',
    'dmEvbGFuZy9TYWZlVmFyYXJnczsBAANydW4BAApTb3VyY2VGaWxlAQAISm9iLmphdmEAIAAKAAIAAQAzAAQAGAA1ADYAAQA3AAAA',
    'AgAsAAAADQAOAAAAAAATABQAAAAAADgAOQACADoAAAAAADsAAAAGAAEAPAAAAAMAAAAFAAYAAQA9AAAAHwADAAEAAAATKrcAASoU',
    'AAe1AAkqFAAPtQARsQAAAAAAiAA+AD8AAgA9AAAADQAAAAEAAAABsQAAAAAAOwAAAAYAAQBAAAAAAQBBAAYAAQA9AAAALAADAAIA',
    'AAAguwAVWRIXtwAZtgAcVwO9ABVMK7YAIFeyACYSLLYALrEAAAAAAAMAQgAAAAIAQwA6AAAAAAA7AAAABgABADwAAA==',
  ].join(''),
  'base64',
);

const open = (bytes: Uint8Array): Project => createMemoryProject({ 'a/b/Job.class': bytes });

describe('a class file', () => {
  test('tells version, names, calls, strings and annotations', () => {
    const project = open(job);
    expect(project.file('a/b/Job.class')?.classFile()).toEqual({
      major: 52,
      name: 'a.b.Job',
      superName: 'java.lang.Thread',
      interfaces: ['java.lang.Runnable'],
      references: [
        'a.b.Job',
        'java.io.File',
        'java.io.PrintStream',
        'java.lang.Runnable',
        'java.lang.System',
        'java.lang.Thread',
      ],
      calls: [
        { owner: 'java.lang.Thread', name: '<init>', descriptor: '()V' },
        { owner: 'java.io.File', name: '<init>', descriptor: '(Ljava/lang/String;)V' },
        { owner: 'java.io.File', name: 'mkdirs', descriptor: '()Z' },
        { owner: 'java.io.File', name: 'clone', descriptor: '()Ljava/lang/Object;' },
        { owner: 'java.io.PrintStream', name: 'println', descriptor: '(Ljava/lang/String;)V' },
      ],
      strings: ['/tmp/x', '/data/订单\u0000'],
      annotations: ['java.lang.Deprecated', 'java.lang.SafeVarargs'],
      sourceFile: 'Job.java',
    });
    expect(project.problems()).toEqual([]);
  });

  test('that was cut anywhere is a problem and never an exception', () => {
    for (let length = 0; length < job.length; length++) {
      const project = open(job.subarray(0, length));
      const found = project.file('a/b/Job.class')?.classFile();
      expect(found?.major).toBe(length < 10 ? undefined : 52);
      expect(project.problems()).toMatchObject([{ code: 'class-invalid', file: 'a/b/Job.class' }]);
    }
  });

  test('with any byte changed is never an exception', () => {
    for (let at = 8; at < job.length; at++) {
      const changed = Buffer.from(job);
      changed[at] = 0xff;
      expect(open(changed).file('a/b/Job.class')?.classFile()?.major).toBe(52);
    }
  });

  test('that is something else is said so', () => {
    const project = open(Buffer.from('no class at all'));
    expect(project.file('a/b/Job.class')?.classFile()).toBeUndefined();
    expect(project.problems()).toMatchObject([{ code: 'class-invalid' }]);
  });
});

test('modified UTF-8 has surrogates apart and zero in two bytes', () => {
  expect(decodeModifiedUtf8(Uint8Array.from([0xc0, 0x80, 0x41, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]))).toBe(
    '\u0000A😀',
  );
});
