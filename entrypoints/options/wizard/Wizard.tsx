import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleDraft } from '@/components/console-draft';
import { Errors } from '@/components/Errors';
import type { OptionsWords } from '@/components/options-words';
import { Steps } from '@/components/Steps';
import type { WizardWords } from '@/components/wizard-words';
import type { Lang } from '@/lib/core/text';
import { ask } from '@/lib/messages/ask';
import { AccessStep } from './AccessStep';
import { AddressStep } from './AddressStep';
import { ApiStep } from './ApiStep';
import { FieldsStep } from './FieldsStep';
import { IdStep } from './IdStep';
import { SaveStep } from './SaveStep';
import { TrialStep } from './TrialStep';
import { type MetricChoice, type WizardState, withChoices } from './wizard-state';

interface Props {
  start: WizardState;
  words: WizardWords;
  options: OptionsWords;
  lang: Lang;
  onDone(): void;
  onDiscard(): void;
}

/** What every step is given: the state, and the way to change it. */
export interface StepProps {
  state: WizardState;
  /** The console as chosen so far. */
  draft: ConsoleDraft;
  metrics: MetricChoice[];
  words: WizardWords;
  options: OptionsWords;
  lang: Lang;
  /** @param typing name of the field that is being typed in: its signs are taken back together */
  change(part: Partial<WizardState> | ((state: WizardState) => Partial<WizardState>), typing?: string): void;
  next(): void;
}

const STEPS = [AddressStep, AccessStep, IdStep, FieldsStep, ApiStep, TrialStep, SaveStep];

/** Connecting a console, step by step; every change is kept and can be taken back. */
export function Wizard({ start, words, options, lang, onDone, onDiscard }: Props) {
  const [state, setState] = useState(start);
  const [errors, setErrors] = useState<string[]>([]);
  const [metrics, setMetrics] = useState<MetricChoice[]>([]);
  const past = useRef<WizardState[]>([]);
  const [depth, setDepth] = useState(0);
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
        (used?.metrics ?? [])
          .filter((metric) => !metric.ratio && metric.type !== 'perName')
          .map((metric) => ({ id: metric.id, name: metric.name[lang], type: metric.type })),
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
        <h2>{words.title}</h2>
        <span class="grow" />
        <button type="button" class="btn quiet" disabled={depth === 0} onClick={undo}>
          {words.undo}
        </button>
        <button type="button" class="btn quiet" onClick={onDiscard}>
          {words.discard}
        </button>
      </header>
      <p class="lead">{words.intro}</p>
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
            change={change}
            next={() => go(state.step + 1)}
          />
          {errors.length > 0 && <Errors errors={errors} words={options} />}
          <div class="acts">
            {last ? (
              <button type="button" class="btn primary" onClick={() => void save()}>
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
