import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { config } from './config';

export interface Ticket {
  id: number;
  title: string;
  reporter: string;
  createdAt: string;
}

const file = path.join(config.dataDir, 'tickets.jsonl');
let tickets: Ticket[] = [];

/** 启动时把全部报修单读进内存 */
export async function loadTickets(): Promise<number> {
  await mkdir(config.dataDir, { recursive: true });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  tickets = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ticket);
  return tickets.length;
}

export async function addTicket(title: string, reporter: string): Promise<Ticket> {
  const ticket = { id: tickets.length + 1, title, reporter, createdAt: new Date().toISOString() };
  tickets.push(ticket);
  await appendFile(file, JSON.stringify(ticket) + '\n');
  return ticket;
}

export function listTickets(): Ticket[] {
  return [...tickets].reverse();
}
