import { useEffect, useState } from 'preact/hooks';
import { hostPattern } from '@/lib/formats/host-pattern';
import { requestHosts } from '../ask-hosts';
import { givenHosts, goOnInSettings } from './host-access';
import type { StepProps } from './step-props';

/** The browser's own question about access to the console. */
export function AccessStep({ state, words, here, next }: StepProps) {
  const [given, setGiven] = useState<boolean | null>(null);
  const [denied, setDenied] = useState(false);
  const origins = [...new Set(state.draft.origins.map(hostPattern))];
  useEffect(() => void givenHosts(origins).then((given) => setGiven(given.every(Boolean))), []);
  // The browser asks only while it still sees the click: nothing may be waited for before this call.
  const allow = () => {
    const asked = requestHosts(['page'], origins);
    if (!asked) return void goOnInSettings(here?.address ?? '');
    void asked.then((yes) => {
      setGiven(yes);
      setDenied(!yes);
      if (yes) next();
    });
  };
  return (
    <>
      <p>{words.access}</p>
      <div class="line">
        <code class="mono grow">{state.draft.origins.join(', ')}</code>
        {given ? (
          <span class="badge good">{words.allowed}</span>
        ) : (
          <button type="button" class="btn primary" onClick={allow}>
            {words.allow}
          </button>
        )}
      </div>
      {denied && (
        <p class="errors" role="alert">
          {words.denied}
        </p>
      )}
    </>
  );
}
