interface Ticket {
  id: number;
  title: string;
  reporter: string;
  createdAt: string;
}

async function post<T>(url: string, body: unknown, token = ''): Promise<T> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-token': token },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return (await reply.json()) as T;
}

async function showTickets(): Promise<void> {
  const tickets = (await (await fetch('/api/tickets')).json()) as Ticket[];
  const list = document.querySelector('#tickets')!;
  list.replaceChildren(
    ...tickets.map((ticket) => {
      const item = document.createElement('li');
      item.textContent = `#${ticket.id} ${ticket.title}（${ticket.reporter}，${ticket.createdAt}）`;
      return item;
    }),
  );
}

async function showOrders(): Promise<void> {
  const reply = await fetch('/api/order-count');
  const count = reply.ok ? ((await reply.json()) as { count: number }).count : '未知';
  document.querySelector('#orders')!.textContent = String(count);
}

document.querySelector<HTMLFormElement>('#form')!.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  const { token } = await post<{ token: string }>('/api/login', { user: data.get('user') });
  await post('/api/tickets', { title: data.get('title') }, token);
  await showTickets();
});

void showTickets();
void showOrders();
