import { fileURLToPath } from 'node:url';
import { foldAccount } from '@/lib/core/account/fold-account';
import { readAccountFile } from '@/lib/core/account/read-account-file';
import { assess } from '@/lib/core/assess/assess';
import { assessmentJson } from '@/lib/core/assess/assessment-json';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { everyLanguage } from './every-language';
import { readJsonFile } from './files';
import { Mistake, readOptions } from './options';

const DEFAULT = fileURLToPath(new URL('../../public/playbooks/default.json', import.meta.url));

/** `assess <account.json> [--playbook <playbook.json>] --at <ISO time> --zone <IANA zone>` */
export async function assessCommand(args: string[]): Promise<void> {
  const { values, named } = readOptions(args, ['playbook', 'at', 'zone']);
  const [path] = values;
  if (!path || values.length > 1)
    throw new Mistake('assess <account.json> [--playbook <playbook.json>] --at <ISO time> --zone <IANA zone>');
  const at = Date.parse(named.get('at') ?? '');
  if (Number.isNaN(at)) throw new Mistake(`--at: an ISO time such as 2026-11-22T09:00:00+09:00, not "${named.get('at') ?? ''}"`);
  const zone = named.get('zone') ?? '';
  if (!isZone(zone)) throw new Mistake(`--zone: an IANA zone such as Asia/Tokyo, not "${zone}"`);
  const playbookPath = named.get('playbook') ?? DEFAULT;
  const { playbook, errors } = parsePlaybook(readJsonFile(playbookPath));
  if (!playbook) throw new Mistake(errors.map((error) => `${playbookPath}: ${error}`).join('\n'));
  const file = accountFile(path);
  const account = foldAccount(file.account, file.entries);
  console.log(JSON.stringify(assessmentJson(assess(playbook, account, at, zone), await everyLanguage()), null, 2));
}

function accountFile(path: string): ReturnType<typeof readAccountFile> {
  try {
    return readAccountFile(readJsonFile(path));
  } catch (error) {
    throw error instanceof Mistake ? error : new Mistake(`${path}: ${(error as Error).message}`);
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}
