import { z } from 'zod';
import { bodySchemas } from '@/lib/core/account/entry';

const address = z.string().max(4000);
const account = z.string().min(3).max(600);
const accountId = z.string().min(1).max(300);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const found = z.strictObject({
  metric: z.string().max(100),
  shown: z.string().max(2000).nullable(),
  where: z.string().max(500),
  problem: z.string().max(500).nullable(),
  lang: z.string().max(35).optional(),
});
const nothing = z.strictObject({});
const visit = z.strictObject({ document: z.string().min(8).max(40), count: z.number().int().min(0) });

const place = z.strictObject({
  side: z.enum(['right', 'left']),
  width: z.number().int().min(280).max(560),
  collapsed: z.boolean(),
  hidden: z.boolean(),
});

const locator = z.record(z.string().max(20), z.string().max(2000));
const taught = z.strictObject({ metric: z.string().min(1).max(100), find: z.array(locator).min(1).max(8), parse: z.string().max(20) });

const asked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['block', 'skip']), item: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('plan'), play: z.string().min(1).max(100), day }),
]);

/** What a content script may send. Its page may be hostile: nothing is taken that does not fit. */
export const pageRequestSchemas = {
  'page.setup': z.strictObject({ address }),
  'account.open': z.strictObject({ address, accountId, visit }),
  'account.read': z.strictObject({ address, accountId, name: z.string().max(500).nullable(), fields: z.array(found).max(200), visit }),
  'account.left': z.strictObject({ address, visit }),
  'account.view': z.strictObject({ account }),
  'api.ask': z.strictObject({ account, again: z.boolean() }),
  'item.mark': z.strictObject({ account, mark: bodySchemas.item }),
  'stall.snooze': z.strictObject({ account, snooze: bodySchemas.snooze }),
  'touchpoint.plan': z.strictObject({ account, play: z.string().max(100), day }),
  'play.done': z.strictObject({ account, play: z.string().max(100) }),
  'judgement.state': z.strictObject({ account }),
  'entry.retract': z.strictObject({ account, ids: z.array(z.string().max(200)).min(1).max(50) }),
  'handover.text': z.strictObject({ account }),
  'panel.place': z.strictObject({ console: z.string().max(60), place }),
  'sidepanel.open': z.strictObject({ address }),
  'form.open': z.strictObject({ account, asked }),
  'form.close': z.strictObject({ account }),
  'teach.setup': z.strictObject({ address }),
  'teach.others': z.strictObject({ address, field: taught }),
  'teach.save': z.strictObject({ address, field: taught }),
  'teach.undo': z.strictObject({ address }),
  'teach.stop': z.strictObject({ address }),
  'dock.setup': z.strictObject({ address }),
  'dock.close': z.strictObject({ address }),
} as const;

const fields = z.record(z.string(), z.unknown());
const ids = z.array(z.string().max(400)).min(1).max(10_000);

/** What Kido's own pages may send besides. */
export const extensionRequestSchemas = {
  'tab.state': z.strictObject({ tabId: z.number().int(), address: address.nullable() }),
  'timeline.get': z.strictObject({ account }),
  'log.choices': z.strictObject({ account }),
  'touchpoint.log': z.strictObject({
    account,
    touchpoint: bodySchemas.touchpoint,
    ticks: z.array(z.string().max(100)).max(100).default([]),
  }),
  'touchpoint.get': z.strictObject({ account, id: z.string().max(200) }),
  'touchpoint.amend': z.strictObject({ account, id: z.string().max(200), touchpoint: bodySchemas.touchpoint }),
  'picked.take': z.strictObject({ account, other: z.boolean() }),
  'picked.look': nothing,
  'fact.note': z.strictObject({
    account,
    metric: z.string().max(100),
    value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
  }),
  'draft.get': z.strictObject({ account }),
  'draft.put': z.strictObject({ account, at: z.number(), fields }),
  'draft.drop': z.strictObject({ account }),
  'settings.get': nothing,
  'settings.put': z.strictObject({ preferences: z.unknown() }),
  'console.list': nothing,
  'console.save': z.strictObject({ console: z.unknown() }),
  'console.remove': z.strictObject({ id: z.string().max(60) }),
  'access.changed': nothing,
  'secret.list': z.strictObject({ names: z.array(z.string().max(60)).max(50) }),
  'secret.put': z.strictObject({ name: z.string().regex(/^[\w.-]{1,60}$/), value: z.string().max(10_000).nullable() }),
  'api.try': z.strictObject({ console: z.unknown(), accountId }),
  'addresses.guess': z.strictObject({ addresses: z.array(address).min(1).max(20) }),
  'page.discover': z.strictObject({
    address,
    id: z.string().max(300).nullable(),
    locale: z.string().max(40).nullable(),
    zone: z.string().max(60).nullable(),
  }),
  'console.try': z.strictObject({ console: z.unknown(), addresses: z.array(address).max(10) }),
  'reply.fetch': z.strictObject({ console: z.unknown(), api: z.number().int().min(0).max(20), accountId }),
  'reply.map': z.strictObject({ expression: z.string().max(50_000), pages: z.array(z.unknown()).max(200), accountId }),
  'account.page': z.strictObject({ account }),
  'notes.search': z.strictObject({ text: z.string().max(500) }),
  'data.backup': z.strictObject({ after: z.string().max(200).nullable().default(null) }),
  'data.restore': z.strictObject({ data: z.unknown(), isLast: z.boolean().default(true) }),
  'calendar.event': z.strictObject({ account, id: z.string().max(200) }),
  'touchpoint.recap': z.strictObject({ account, id: z.string().max(200) }),
  'hook.list': nothing,
  'hook.save': z.strictObject({ hook: z.unknown() }),
  'hook.remove': z.strictObject({ id: z.string().max(60) }),
  'hook.try': z.strictObject({ hook: z.unknown() }),
  'outbox.list': nothing,
  'outbox.retry': z.strictObject({ ids }),
  'outbox.drop': z.strictObject({ ids }),
  'requests.list': nothing,
  'request.tell': z.strictObject({
    accounts: z.array(account).min(1).max(2000),
    told: bodySchemas.request,
  }),
  'wizard.get': nothing,
  'wizard.put': z.strictObject({ state: z.unknown() }),
  'teach.start': z.strictObject({ console: z.string().max(60), address: address.nullable(), tabId: z.number().int().nullable() }),
  'dock.open': z.strictObject({ tabId: z.number().int().nullable(), address: address.nullable() }),
  'access.has': z.strictObject({ origins: z.array(z.string().max(500)).max(50) }),
  'settings.open': nothing,
  'form.mine': z.strictObject({ pass: z.string().max(60) }),
  'form.send': z.strictObject({
    ticket: z.string().max(60),
    answer: z.union([z.strictObject({ mark: bodySchemas.item }), z.strictObject({ day })]).nullable(),
  }),
  'dock.mine': z.strictObject({ pass: z.string().max(60) }),
  'drift.accept': z.strictObject({ console: z.string().max(60), metric: z.string().max(100), locator }),
  'playbook.list': nothing,
  'playbook.publish': z.strictObject({ playbook: z.unknown(), use: z.boolean() }),
} as const;
