import { useEffect, useState } from 'preact/hooks';
import { Errors } from '@/components/basic/Errors';
import { chooseText, saveText } from '@/components/basic/files';
import { conditionLine } from '@/lib/core/conditions/condition-line';
import type { Playbook } from '@/lib/core/playbook/playbook-schema';
import { inLang, type Lang } from '@/lib/core/text';
import { readJson, withLine } from '@/lib/formats/read-json';
import { ask } from '@/lib/messages/ask';
import type { SettingsWords } from '@/lib/words/en/settings';
import { tell } from '@/lib/words/tell';
import { viewWords } from '@/lib/words/view-words';
import type { Notice } from './notice';

/** The playbook in use and its versions; read here, changed as a file. */
export function Playbooks({ words, lang, version, say }: { words: SettingsWords; lang: Lang; version: number; say(notice: Notice): void }) {
  const [list, setList] = useState<{ playbook: Playbook; used: boolean }[]>([]);
  const [errors, setErrors] = useState<string[]>([]);
  const load = () => ask('playbook.list', {}).then(setList);
  useEffect(() => void load(), [version]);
  const publish = async (playbook: unknown, text: string) => {
    const result = await ask('playbook.publish', { playbook, use: true });
    setErrors(result.errors.map((error) => (text ? withLine(text, error) : error)));
    if (result.errors.length === 0) say({ text: words.saved });
    await load();
  };
  const importFile = async () => {
    const text = await chooseText();
    if (text === null) return;
    const json = readJson(text);
    if (json.error !== null) return setErrors([json.error]);
    await publish(json.data, text);
  };
  const used = list.find((one) => one.used)?.playbook;
  return (
    <section aria-label={words.playbook}>
      <h2>{words.playbook}</h2>
      <p class="lead">{words.playbookHint}</p>
      <div class="box-card">
        {list.map(({ playbook, used: inUse }) => (
          <div key={`${playbook.id} ${playbook.version}`} class="rowline">
            <div class="grow">
              <b>{inLang(playbook.name, lang)}</b>
              <span class="sub">
                {playbook.id} · {words.version} {playbook.version} · {playbook.published} · {playbook.author} ·{' '}
                {inLang(playbook.changed, lang)}
              </span>
            </div>
            {inUse ? (
              <span class="badge good">{words.inUse}</span>
            ) : (
              <button type="button" class="btn" onClick={() => void publish(playbook, '')}>
                {words.use}
              </button>
            )}
            <button
              type="button"
              class="btn"
              onClick={() => saveText(`${playbook.id}-${playbook.version}.playbook.json`, `${JSON.stringify(playbook, null, 2)}\n`)}
            >
              {words.exportFile}
            </button>
          </div>
        ))}
        {used && <Summary playbook={used} words={words} lang={lang} />}
        {errors.length > 0 && (
          <div class="form-box">
            <Errors errors={errors} words={words} />
          </div>
        )}
        <div class="rowline">
          <button type="button" class="btn" onClick={() => void importFile()}>
            {words.importPlaybook}
          </button>
        </div>
      </div>
    </section>
  );
}

function Summary({ playbook, words, lang }: { playbook: Playbook; words: SettingsWords; lang: Lang }) {
  const lines = { playbook, lang, words: viewWords(lang) };
  return (
    <details class="form-box">
      <summary>
        {words.definition}: {inLang(playbook.definition, lang)}
      </summary>
      <p class="lead">{tell(words.targetDays, { n: playbook.targetDays }, words.lang)}</p>
      <p class="lead">{inLang(playbook.aboutNumbers, lang)}</p>
      <h3 class="play-h">{words.criteria}</h3>
      <ul class="rules">
        {playbook.criteria.map((one) => (
          <li key={one.id}>
            <span>{inLang(one.name, lang)}</span>
            <span class="sub">{conditionLine(one.when, lines)}</span>
          </li>
        ))}
      </ul>
      <h3 class="play-h">{words.stalls}</h3>
      <ul class="rules">
        {playbook.stalls.map((rule) => (
          <li key={rule.id}>
            <span>{inLang(rule.name, lang)}</span>
            <span class="sub">
              {rule.watch && (
                <>
                  {words.watch}: {conditionLine(rule.watch.when, lines)}
                  <br />
                </>
              )}
              {rule.stall && (
                <>
                  {words.stall}: {conditionLine(rule.stall.when, lines)}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
