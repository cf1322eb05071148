import 'fake-indexeddb/auto';
import { putSecret } from '@/lib/store/secrets';
import { aConsole, addressOf, anApi, connect, shown, visit } from '../actions/a-console';
import { Bench, pageAt } from '../actions/fake-host';
import type { Result } from './result';

/** What one visit of an account page costs the keeper: journal loads, folds and assessments, side panel shut and open. */
export async function benchVisit(): Promise<Result[]> {
  return [...(await costOf(false)), ...(await costOf(true))];
}

async function costOf(hasSidePanel: boolean): Promise<Result[]> {
  const bench = await Bench.empty();
  await connect(bench, aConsole({ api: [anApi()] }));
  await putSecret('acme-token', 'https://api.acme.example', 'T');
  bench.browser.reply = () => new Response('{"users": 12}');
  const address = addressOf('17');
  const from = pageAt(address);
  const side = async () => {
    if (!hasSidePanel) return;
    await bench.ask('tab.state', { tabId: from.tabId, address });
    await bench.ask('timeline.get', { account: 'acme/17' });
    await bench.ask('log.choices', { account: 'acme/17' });
  };
  await bench.ask('account.open', { address, accountId: '17', visit }, from);
  await side();
  await bench.ask('api.ask', { account: 'acme/17', again: false }, from);
  await side();
  const fields = [shown('seats', '40'), shown('plan', 'Pro'), shown('contractDate', '2026-10-01')];
  await bench.ask('account.read', { address, accountId: '17', name: 'Acme', fields, visit }, from);
  await side();
  const { loads, folds, assessments } = bench.kido.keeper.counts;
  const where = hasSidePanel ? 'side panel open' : 'side panel shut';
  const row = (what: string, count: number, most: number): Result => ({
    name: `one visit of a console with an API, ${where}: ${what}`,
    value: String(count),
    goal: `≤ ${most}`,
    holds: count <= most,
  });
  return [row('journal loads', loads, 1), row('folds', folds, 3), row('assessments', assessments, 3)];
}
