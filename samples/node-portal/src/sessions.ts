import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { config } from './config';

/** 登录状态只存在内存里，重启后要重新登录 */
const sessions = new Map<string, { user: string; expires: number }>();

function sign(id: string): string {
  return createHmac('sha256', config.sessionSecret).update(id).digest('hex');
}

export function openSession(user: string): string {
  const id = randomBytes(16).toString('hex');
  sessions.set(id, { user, expires: Date.now() + 30 * 60 * 1000 });
  return `${id}.${sign(id)}`;
}

export function findUser(token: string | undefined): string | undefined {
  const [id = '', mac = ''] = (token ?? '').split('.');
  const expected = Buffer.from(sign(id));
  const given = Buffer.from(mac);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const session = sessions.get(id);
  return session !== undefined && session.expires > Date.now() ? session.user : undefined;
}

// 每分钟清理过期会话
setInterval(() => {
  const now = Date.now();
  for (const [id, session] of sessions) if (session.expires <= now) sessions.delete(id);
}, 60_000).unref();
