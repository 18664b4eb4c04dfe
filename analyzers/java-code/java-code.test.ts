import { describe, expect, test } from '@jest/globals';
import { analyzeInMemory, type AnalyzerRun } from '../../test/analyze-in-memory.js';
import { javaCodeAnalyzer } from './index.js';

const path = 'src/main/java/a/A.java';
const analyze = (code: string, more: Record<string, string> = {}): Promise<AnalyzerRun> =>
  analyzeInMemory(javaCodeAnalyzer, { 'pom.xml': '<project/>', [path]: code, ...more });
const inMethod = (imports: string, body: string): string =>
  `package a;\nimport ${imports};\nclass A {\n void m() throws Exception {\n${body}\n }\n}`;

describe('files written', () => {
  test.each([
    ['java.io.*', 'new FileOutputStream("/data/a.dat");', '/data/a.dat'],
    ['java.io.*', 'File d = new File("out");\nd.mkdirs();', 'out'],
    ['java.io.*', 'new PrintWriter(new FileWriter("logs/" + x + ".txt"));', 'logs'],
    ['java.nio.file.*', 'Files.write(Paths.get("/var/x", name), b);', '/var/x'],
    ['java.io.*', 'new File(getServletContext().getRealPath("/upload")).mkdirs();', 'webapp:/upload'],
    ['java.io.*', 'new FileWriter(System.getProperty("app.home") + "/log/x.log");', '${app.home}/log/x.log'],
  ])('%s: %s', async (imports, body, expected) => {
    const run = await analyze(inMethod(imports, body));
    expect(run.values('writable-path').map((one) => one.path)).toContain(expected);
  });

  test('an injected directory is the configured one', async () => {
    const run = await analyze(
      'package a;\nimport java.io.*;\nimport org.springframework.beans.factory.annotation.Value;\nclass A {\n @Value("${store.dir:/tmp/s}") private String dir;\n void m() { new File(dir, "x").mkdirs(); }\n}',
      { 'src/main/resources/application.properties': 'store.dir=/data/store' },
    );
    expect(run.values('writable-path')).toEqual([
      { path: '/data/store/x', use: 'data', persistent: true, configuredBy: 'store.dir' },
    ]);
    expect(run.places('writable-path')).toEqual([`${path}:6`]);
  });

  test('what is unknown, read only, or a test’s is not said', async () => {
    const unknown = await analyze(
      inMethod('java.io.*', 'new FileOutputStream(name); new FileInputStream("/x/y.dat");'),
    );
    expect(unknown.values('writable-path')).toEqual([]);
    const tests = await analyzeInMemory(javaCodeAnalyzer, {
      'pom.xml': '<project/>',
      'src/test/java/a/T.java': inMethod('java.io.*', 'new FileOutputStream("/data/t");'),
    });
    expect(tests.facts).toEqual([]);
  });
});

describe('sessions and schedules', () => {
  test('session attributes', async () => {
    const run = await analyze(
      inMethod('javax.servlet.http.*', 'HttpSession s = request.getSession();\ns.setAttribute("u", u);'),
    );
    expect(run.values('session-state')).toEqual([{ store: 'memory' }]);
    expect(run.places('session-state')).toEqual([`${path}:6`]);
  });

  test('request attributes are no session', async () => {
    const run = await analyze(
      inMethod(
        'javax.servlet.http.*',
        'HttpServletRequest request = null;\nrequest.setAttribute("u", u);\nrequest.getSession();',
      ),
    );
    expect(run.values('session-state')).toEqual([]);
  });

  test('a period is a number when it is written as a product', async () => {
    const schedules = async (period: string): Promise<unknown> =>
      (
        await analyze(inMethod('java.util.Timer', `Timer t = new Timer();\nt.schedule(task, 5L, ${period});`))
      ).values('scheduled-job');
    expect(await schedules('24 * 3600 * 1_000L')).toMatchObject([{ schedule: 'every 86400000 ms' }]);
    expect(await schedules('PERIOD * 2')).toMatchObject([{ schedule: 'every PERIOD * 2 ms' }]);
  });

  test('Spring, EJB, XXL', async () => {
    const run = await analyze(
      'package a;\nimport org.springframework.scheduling.annotation.Scheduled;\nimport javax.ejb.Schedule;\nclass A {\n@Scheduled(cron = "${c:0 0 1 * * ?}") void a() {}\n@Scheduled(fixedRate = 5000) void b() {}\n@Schedule(hour = "2", minute = "30") void c() {}\n@XxlJob("sync") void d() {}\n}',
    );
    expect(run.values('scheduled-job')).toEqual([
      { name: 'A.a', schedule: '0 0 1 * * ?', mechanism: 'spring', inProcess: true },
      { name: 'A.b', schedule: 'fixedRate 5000 ms', mechanism: 'spring', inProcess: true },
      { name: 'A.c', schedule: 'hour=2 minute=30', mechanism: 'ejb-timer', inProcess: true },
      { name: 'sync', mechanism: 'xxl-job', inProcess: true },
    ]);
  });
});

describe('the world outside', () => {
  test('environment, programs, addresses, JNDI', async () => {
    const run = await analyze(
      inMethod(
        'javax.naming.*',
        [
          'System.getenv("NODE_ID"); System.getProperty("shop.home"); System.getProperty("java.io.tmpdir");',
          'Runtime.getRuntime().exec("/opt/x.sh a b");',
          'add(new ExternalLink("a", "http://www.shop.cn", "Shop")); r.sendRedirect("http://sso.cn/in"); String c = "http://cdn.cn/a.css";',
          'String u = "http://10.0.0.8:81/api"; String ns = "http://www.w3.org/2001/XMLSchema";',
          'Object o = (javax.sql.DataSource) new InitialContext().lookup("java:comp/env/jdbc/shop");',
          'String d = "jdbc:mysql://10.0.0.9/shop?user=u&password=topsecret";',
        ].join('\n'),
      ),
    );
    expect(run.values('env-var')).toEqual([{ name: 'NODE_ID', required: false, source: 'environment' }]);
    expect(run.values('system-property')).toEqual([{ name: 'shop.home', required: true }]);
    expect(run.values('native-code')).toEqual([{ library: '/opt/x.sh', how: 'exec' }]);
    expect(run.values('outbound-url')).toEqual([{ url: 'http://10.0.0.8:81/api' }]);
    expect(run.values('jndi-resource')).toEqual([
      { name: 'jdbc/shop', type: 'javax.sql.DataSource', role: 'lookup' },
    ]);
    expect(run.values('datasource')).toMatchObject([
      { product: 'mysql', host: '10.0.0.9', database: 'shop' },
    ]);
    expect(run.values('credential')).toEqual([{ key: 'url', purpose: 'database' }]);
    expect(JSON.stringify(run.facts)).not.toContain('topsecret');
  });

  test('health and login pages', async () => {
    const run = await analyze(
      'package a;\n@RequestMapping("/api") class A {\n@GetMapping("/health") String h() {return "";}\n@GetMapping("/login") String l() {return "";}\n@PostMapping("/ping") String p() {return "";}\n}',
      { 'src/main/webapp/alive.html': 'OK' },
    );
    expect(run.values('health-endpoint')).toEqual([
      { path: '/api/health', probe: 'any' },
      { path: '/alive.html', probe: 'any', checksDependencies: false },
    ]);
    expect(run.values('entry-page')).toEqual([{ path: '/api/login' }]);
  });
});
