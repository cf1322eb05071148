import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '@/lib/core/playbook/parse-playbook';
import { assessOf, day, playbook, playbookJson, readings } from './make-account';

const broken = (change: (copy: typeof playbookJson) => void): string[] => {
  const copy = structuredClone(playbookJson);
  change(copy);
  return parsePlaybook(copy).errors;
};

describe('default playbook', () => {
  it('is valid, and says in both languages that its numbers are starting values', () => {
    expect(parsePlaybook(playbookJson).errors).toEqual([]);
    expect(playbook.aboutNumbers.en).toMatch(/starting value/);
    expect(playbook.aboutNumbers.ja).toMatch(/初期値/);
  });
  it('has every rule of the article’s list', () => {
    expect(playbook.stalls).toHaveLength(17);
    expect(playbook.plays.map((play) => play.id)).toEqual([
      'handoff',
      'kickoff',
      'setup',
      'briefing',
      'measurement',
      'firstValue',
      'onDemand',
      'completion',
      'secondLook',
    ]);
    expect(playbook.plays.find((play) => play.id === 'kickoff')?.agenda.map((point) => point.minutes)).toEqual([5, 30, 10, 10, 5]);
    expect(Object.keys(playbook.causes)).toHaveLength(11);
  });
});

describe('a playbook that is wrong', () => {
  it('names the place', () => {
    expect(broken((copy) => void (copy.plays[1].items[0].due.from = 'birthday'))[0]).toMatch(/^plays\[1\]\.items\[0\]\.due\.from: /);
    expect(broken((copy) => void (copy.stalls[3].watch.when.is = 'about'))[0]).toMatch(/^stalls\[3\]\.watch\.when\.is: /);
    expect(broken((copy) => void (copy.stalls[3].watch.when = { feels: 'bad' }))[0]).toMatch(/^stalls\[3\]\.watch\.when: not a condition/);
    expect(broken((copy) => void delete copy.name.en)[0]).toMatch(/^name\.en: /);
    expect(parsePlaybook(null).errors[0]).toMatch(/^\(file\): /);
  });
  it('is found out when it speaks of what is not there', () => {
    expect(broken((copy) => void (copy.criteria[1].when.metric = 'nothing'))).toEqual(['criteria[1].when: no metric "nothing"']);
    expect(broken((copy) => void (copy.stalls[3].suggests = 'party'))).toEqual(['stalls[3].suggests: no play "party"']);
    expect(broken((copy) => void delete copy.thresholds.noLoginWatchDays)).toEqual([
      'stalls[3].watch.when: no threshold "noLoginWatchDays"',
    ]);
    expect(broken((copy) => void copy.metrics.push(copy.metrics[0]))).toEqual(['metrics id: "contractDate" stands twice']);
  });
});

describe('segments', () => {
  it('override thresholds, target and criteria for the accounts they apply to', () => {
    const copy = structuredClone(playbookJson);
    copy.segments = [
      {
        id: 'education',
        name: { en: 'Education', ja: '教育' },
        when: { metric: 'plan', is: '=', value: 'School' },
        targetDays: 120,
        thresholds: { noLoginStallDays: 10 },
        leaveOutPlays: ['briefing'],
      },
    ];
    const { playbook: book, errors } = parsePlaybook(copy);
    expect(errors).toEqual([]);
    const login = readings({ lastLogin: day(-12), contractDate: day(-30) });
    const school = assessOf([login, readings({ plan: 'School' })], book ?? undefined);
    const other = assessOf([login, readings({ plan: 'Pro' })], book ?? undefined);
    expect([school.segments, other.segments]).toEqual([['education'], []]);
    expect(school.stalls.find((one) => one.rule === 'no-login')?.severity).toBe('stall');
    expect(other.stalls.find((one) => one.rule === 'no-login')?.severity).toBe('watch');
    expect([school.targetEnd, other.targetEnd]).toEqual([day(90), day(60)]);
    expect(school.checklist.some((one) => one.play === 'briefing')).toBe(false);
  });
});
