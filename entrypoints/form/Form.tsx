import { useEffect, useState } from 'preact/hooks';
import { dressPage } from '@/components/basic/page-theme';
import { ItemForm } from '@/components/panel/ItemForm';
import { PlanForm } from '@/components/panel/PlanForm';
import { messageOf } from '@/lib/core/message-of';
import { ask } from '@/lib/messages/ask';
import type { FormAnswer, FormSetup } from '@/lib/messages/form-messages';
import { panelWords } from '@/lib/words/panel-words';

/** One form, framed on an account's page. Without the pass of its tab it stays empty. */
export function Form({ pass }: { pass: string }) {
  const [form, setForm] = useState<FormSetup | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void ask('form.mine', { pass }).then((mine) => {
      if (mine) dressPage(document, mine.lang, mine.theme);
      setForm(mine);
    });
  }, [pass]);
  if (!form) return null;
  const { asked, ticket, today, owners, causes, lang } = form;
  const words = panelWords(lang);
  // The frame is taken away by the page's script when this has come through.
  const send = (answer: FormAnswer) =>
    void ask('form.send', { ticket, answer }).catch((error) => setProblem(`${words.failed}: ${messageOf(error)}`));
  const cancel = () => send(null);
  return (
    <div class="k framed">
      {problem !== null && (
        <p class="errors" role="alert">
          {problem}
        </p>
      )}
      {asked.kind === 'plan' ? (
        <PlanForm words={words} day={asked.day} onPlan={(day) => send({ day })} onCancel={cancel} />
      ) : (
        <ItemForm
          kind={asked.kind}
          today={today}
          owners={owners}
          causes={causes}
          words={words}
          onBlock={(block) => send({ mark: { item: asked.item, state: 'blocked', ...block } })}
          onSkip={(reason) => send({ mark: { item: asked.item, state: 'skipped', reason } })}
          onCancel={cancel}
        />
      )}
    </div>
  );
}
