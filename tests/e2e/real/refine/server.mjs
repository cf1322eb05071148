// Builds and serves the console. Usage: node server.mjs <port>. Listens on 127.0.0.1 only.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';

const SESSION = 'console-session=1';
const rows = JSON.parse(readFileSync(new URL('../accounts.json', import.meta.url), 'utf8')).map((one, index) => ({
  id: index + 1,
  accountId: one.id,
  company: one.company,
  domain: one.domain,
  plan: one.plan,
  owner: one.owner,
  seats: one.seats,
  activeUsers: one.active,
  loggedInUsers: one.loggedIn,
  intendedUsers: one.intended,
  monthly: one.monthly,
  contractDate: one.contract,
  lastLogin: one.lastLogin,
  trialUse: one.trial,
  adminSetup: one.setup,
  stepsDone: one.stepsDone,
  stepsTotal: one.stepsTotal,
}));
const { outputFiles } = await build({
  entryPoints: [new URL('./app.jsx', import.meta.url).pathname],
  bundle: true,
  write: false,
  jsx: 'automatic',
  // Not that of the project around it.
  tsconfigRaw: '{}',
  define: { 'process.env.NODE_ENV': '"production"' },
  minify: true,
  logLevel: 'error',
});
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Vendor admin</title><div id="root"></div><script src="/app.js"></script></html>';

createServer((request, response) => {
  const send = (status, type, body, headers) => response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  const json = (status, body, headers) => send(status, 'application/json', JSON.stringify(body), headers);
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/app.js') return send(200, 'text/javascript', outputFiles[0].contents, { 'cache-control': 'max-age=3600' });
  if (pathname === '/login' && request.method === 'POST')
    return json(200, {}, { 'set-cookie': `${SESSION}; HttpOnly; SameSite=Lax; Path=/` });
  if (!pathname.startsWith('/api/')) return send(200, 'text/html', page);
  if (!request.headers.cookie?.includes(SESSION)) return json(401, { error: 'unauthorized' });
  const id = /^\/api\/accounts\/(\d+)$/.exec(pathname)?.[1];
  const found = id ? rows.find((row) => row.id === Number(id)) : rows;
  return found ? json(200, found, { 'x-total-count': rows.length }) : json(404, { error: 'not found' });
}).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
