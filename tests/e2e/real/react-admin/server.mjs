// Builds and serves the console. Usage: node server.mjs <port>. Listens on 127.0.0.1 only.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';

const TOKEN = 'console-token-1';
const rows = JSON.parse(readFileSync(new URL('../accounts.json', import.meta.url), 'utf8')).map((one, index) => ({
  id: index + 1,
  accountId: one.id,
  company: one.company,
  plan: one.plan,
  seats: one.seats,
  activeUsers: one.active,
  loggedInUsers: one.loggedIn,
  intendedUsers: one.intended,
  contractDate: one.contract,
  lastLogin: one.lastLogin,
  trialUse: one.trial,
  adminSetup: one.setup,
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
  const send = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body);
  const json = (status, body) => send(status, 'application/json', JSON.stringify(body));
  if (request.url === '/app.js') return send(200, 'text/javascript', outputFiles[0].contents);
  if (request.url === '/login') return json(200, { token: TOKEN });
  if (!request.url.startsWith('/api/')) return send(200, 'text/html', page);
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return json(401, { error: 'unauthorized' });
  const id = /^\/api\/accounts\/(\d+)$/.exec(request.url)?.[1];
  const found = id ? rows.find((row) => row.id === Number(id)) : rows;
  return found ? json(200, found) : json(404, { error: 'not found' });
}).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
