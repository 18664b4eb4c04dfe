import { writeFileSync } from 'node:fs';
import express from 'express';
import { config } from './config';
import { findUser, openSession } from './sessions';
import { addTicket, listTickets, loadTickets } from './tickets';

const app = express();
app.use(express.json());

app.get('/healthz', (_request, response) => {
  response.json({ status: 'ok' });
});

app.post('/api/login', (request, response) => {
  const user = String(request.body?.user ?? '').trim();
  if (user === '') {
    response.status(400).json({ error: '请输入姓名' });
    return;
  }
  response.json({ token: openSession(user) });
});

app.get('/api/tickets', (_request, response) => {
  response.json(listTickets());
});

app.post('/api/tickets', async (request, response, next) => {
  try {
    const user = findUser(request.get('x-token'));
    if (user === undefined) {
      response.status(401).json({ error: '请先登录' });
      return;
    }
    response.status(201).json(await addTicket(String(request.body?.title ?? ''), user));
  } catch (error) {
    next(error);
  }
});

// 首页右上角显示订单总数
app.get('/api/order-count', async (_request, response) => {
  try {
    const reply = await fetch(`${config.orderApi}/orders/count`, { signal: AbortSignal.timeout(2000) });
    response.status(reply.status).json(await reply.json());
  } catch {
    response.status(502).json({ error: '订单系统无响应' });
  }
});

async function main(): Promise<void> {
  const count = await loadTickets();
  app.listen(config.port, () => {
    writeFileSync('./data/server.pid', String(process.pid));
    console.log(`ops-desk listening on ${config.port}, ${count} tickets, log level ${config.logLevel}`);
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
