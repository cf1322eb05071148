import { describe, expect, it } from 'vitest';
import { consoleDemands } from '@/lib/formats/console-demands';
import { type ConsoleFile, consoleSchema } from '@/lib/formats/console-file';

const ORIGIN = 'https://admin.acme.example';
const file = (api: object[], more: object = {}): ConsoleFile =>
  consoleSchema.parse({
    kido: 'console/1',
    id: 'acme',
    name: 'Acme',
    origins: [ORIGIN],
    pages: [{ match: '/a/{accountId}' }],
    account: {},
    api: api.map((one, at) => ({ id: `api${at}`, map: 'x', ...one })),
    ...more,
  });
const keyed = (url: string, secret = 'token') => ({ request: { url }, auth: { type: 'bearer', secret } });
const api = (url: string) => keyed(`${url}/{accountId}`);

describe('what a console file would do', () => {
  it('is told with pages, hosts, methods and names of secrets', () => {
    const demands = consoleDemands(
      file([
        api('https://api.acme.example:8443'),
        { request: { url: `${ORIGIN}/delete/{accountId}`, method: 'POST' }, auth: { type: 'session' } },
        { request: { url: `${ORIGIN}/x` }, auth: { type: 'session' } },
        { request: { url: 'https://b.example/', method: 'POST' }, auth: { type: 'none' } },
      ]),
      null,
    );
    expect(demands).toMatchObject({ id: 'acme', name: 'Acme', pages: [ORIGIN], change: null });
    expect(demands.apis.map((one) => [one.origin, one.method, one.auth, one.secret, one.actsAsPerson])).toEqual([
      ['https://api.acme.example:8443', 'GET', 'bearer', 'token', false],
      [ORIGIN, 'POST', 'session', null, true],
      [ORIGIN, 'GET', 'session', null, false],
      ['https://b.example', 'POST', 'none', null, false],
    ]);
  });
  it('and the same file again changes nothing', () => {
    const same = () => file([api('https://api.acme.example')]);
    expect(consoleDemands(same(), same()).change).toEqual({
      replaced: false,
      newPages: [],
      newApis: [],
      aimedElsewhere: [],
      newlyActs: [],
    });
  });
  it('a secret that is wanted at another host is told with both', () => {
    const known = file([api('https://api.acme.example')]);
    const { change } = consoleDemands(file([api('https://api.acme-usage.example')]), known);
    expect(change).toMatchObject({
      replaced: true,
      newApis: ['https://api.acme-usage.example'],
      aimedElsewhere: [{ secret: 'token', from: ['https://api.acme.example'], to: ['https://api.acme-usage.example'] }],
    });
  });
  it('a further host beside the known one is told as well, another port is another place', () => {
    const known = file([api('https://api.acme.example')]);
    expect(consoleDemands(file([api('https://api.acme.example'), api('https://api.acme.example:444')]), known).change).toMatchObject({
      newApis: ['https://api.acme.example:444'],
      aimedElsewhere: [{ secret: 'token', to: ['https://api.acme.example:444'] }],
    });
  });
  it('a secret of a new name is aimed nowhere else', () => {
    const known = file([api('https://api.acme.example')]);
    expect(consoleDemands(file([keyed('https://new.example/', 'other')]), known).change).toMatchObject({
      newApis: ['https://new.example'],
      aimedElsewhere: [],
    });
  });
  it('new pages, and what begins to act in the person’s name, are told', () => {
    const session = (method: string) => ({ request: { url: `${ORIGIN}/x`, method }, auth: { type: 'session' } });
    const { change } = consoleDemands(file([session('POST')], { origins: [ORIGIN, 'https://b.example'] }), file([session('GET')]));
    expect(change).toMatchObject({ replaced: true, newPages: ['https://b.example'], newApis: [], newlyActs: ['api0'] });
    expect(consoleDemands(file([session('POST')]), file([session('POST')])).change?.newlyActs).toEqual([]);
  });
  it('other fields alone replace it and ask for nothing new', () =>
    expect(consoleDemands(file([], { name: 'Acme 2' }), file([])).change).toMatchObject({ replaced: true, newPages: [], newApis: [] }));
});
