import { useEffect, useRef, useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { Steps } from '@/components/connect/Steps';
import { singleMetrics } from '@/lib/core/playbook/playbook-schema';
import { inLang, type Lang } from '@/lib/core/text';
import { ask } from '@/lib/messages/ask';
import type { ConnectWords } from '@/lib/words/en/connect';
import type { SettingsWords } from '@/lib/words/en/settings';
import { AccessStep } from './AccessStep';
import { AddressStep } from './AddressStep';
import { ApiStep } from './ApiStep';
import { FieldsStep } from './FieldsStep';
import { IdStep } from './IdStep';
import { SaveStep } from './SaveStep';
import type { Here } from './step-props';
import { TrialStep } from './TrialStep';
import { isTried, type MetricChoice, type WizardState, withChoices } from './wizard-state';

interface Props {
  start: WizardState;
  words: ConnectWords;
  options: SettingsWords;
  lang: Lang;
  /** What undo brings back first: another console that was being connected. */
  before?: WizardState | null;
  /** The tab on whose page the steps stand; null on the options page. */
  here?: Here | null;
  /** Goes on on the console's own page. */
  onPage?(): void;
  onDone(): void;
  onDiscard(): void;
}

const STEPS = [AddressStep, AccessStep, IdStep, FieldsStep, ApiStep, TrialStep, SaveStep];

/** Connecting a console, step by step; every change is kept and can be taken back. */
export function Wizard({ start, words, options, lang, before = null, here = null, onPage, onDone, onDiscard }: Props) {
  const [state, setState] = useState(start);
  const [errors, setErrors] = useState<string[]>([]);
  const [anyway, setAnyway] = useState(false);
  const [metrics, setMetrics] = useState<MetricChoice[]>([]);
  const past = useRef<WizardState[]>(before ? [before] : []);
  const [depth, setDepth] = useState(past.current.length);
  // Answers come back after the person has gone on: what they change is the state of then.
  const now = useRef(start);
  const put = (next: WizardState) => {
    now.current = next;
    setState(next);
    void ask('wizard.put', { state: next });
  };
  const typed = useRef('');
  const change = (part: Partial<WizardState> | ((state: WizardState) => Partial<WizardState>), typing = '') => {
    const state = now.current;
    // Signs typed into one field one after another are one change.
    if (typing === '' || typing !== typed.current) past.current = [...past.current, state].slice(-100);
    typed.current = typing;
    setDepth(past.current.length);
    setErrors([]);
    put({ ...state, ...(typeof part === 'function' ? part(state) : part) });
  };
  const undo = () => {
    const before = past.current.pop();
    typed.current = '';
    setDepth(past.current.length);
    if (before) put(before);
  };
  const go = (step: number) => put({ ...now.current, step, reached: Math.max(now.current.reached, step) });
  useEffect(() => {
    void ask('playbook.list', {}).then((list) => {
      const used = list.find((one) => one.used)?.playbook;
      setMetrics(
        (used ? singleMetrics(used) : []).map((metric) => ({ id: metric.id, name: inLang(metric.name, lang), type: metric.type })),
      );
    });
  }, [lang]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'z' || (event.target as Element).matches('input,textarea')) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const draft = withChoices(state.draft, state.choices);
  const save = async () => {
    const result = await ask('console.save', { console: draft });
    setErrors(result.errors);
    if (result.errors.length > 0) return;
    await ask('wizard.put', { state: null });
    onDone();
  };
  const Step = STEPS[state.step] ?? AddressStep;
  const last = state.step === STEPS.length - 1;
  return (
    <section class="wizard" aria-label={words.title}>
      <header class="wizard-h">
        {here === null && <h2>{words.title}</h2>}
        <span class="grow" />
        {onPage && state.step >= 2 && (
          <button type="button" class="btn quiet" onClick={onPage}>
            {words.onPage}
          </button>
        )}
        <button type="button" class="btn quiet" disabled={depth === 0} onClick={undo}>
          {words.undo}
        </button>
        <button type="button" class="btn quiet" onClick={onDiscard}>
          {words.discard}
        </button>
      </header>
      {here === null && <p class="lead">{words.intro}</p>}
      <div class="box-card">
        <Steps names={words.steps} at={state.step} reached={state.reached} onStep={go} />
        <div class="form-box form">
          <Step
            key={state.step}
            state={state}
            draft={draft}
            metrics={metrics}
            words={words}
            options={options}
            lang={lang}
            here={here}
            change={change}
            next={() => go(state.step + 1)}
            anyway={anyway}
            setAnyway={setAnyway}
          />
          {errors.length > 0 && <Errors errors={errors} words={options} />}
          <div class="acts">
            {last ? (
              <button type="button" class="btn primary" disabled={!anyway && !isTried(state, draft)} onClick={() => void save()}>
                {words.save}
              </button>
            ) : (
              <button
                type="button"
                class={STEPS[state.step] === AccessStep ? 'btn' : 'btn primary'}
                disabled={!mayGoOn(state)}
                onClick={() => go(state.step + 1)}
              >
                {words.next}
              </button>
            )}
            {state.step > 0 && (
              <button type="button" class="btn quiet" onClick={() => go(state.step - 1)}>
                {words.back}
              </button>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

/** Whether a step has what the next one needs. */
function mayGoOn(state: WizardState): boolean {
  if (state.step === 0) return state.draft.origins.length > 0 && state.draft.pages.length > 0 && state.draft.name.trim() !== '';
  return true;
}
