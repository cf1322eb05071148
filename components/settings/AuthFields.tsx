import type { OptionsWords } from '@/components/options-words';
import type { ApiDraft } from './console-draft';

type Auth = ApiDraft['auth'];

/** How Kido signs in somewhere; the secret itself is named here and entered elsewhere. */
export function AuthFields({ auth, words, onChange }: { auth: Auth; words: OptionsWords; onChange(auth: Auth): void }) {
  const line = (label: string, name: 'secret' | 'name' | 'user') => (
    <label>
      <span>{label}</span>
      <input class="text mono" value={auth[name] ?? ''} onInput={(event) => onChange({ ...auth, [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <>
      <label>
        <span>{words.auth}</span>
        <select class="text" value={auth.type} onChange={(event) => onChange(authOf(event.currentTarget.value, auth))}>
          {Object.entries(words.auths).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {'secret' in auth && line(words.secretName, 'secret')}
      {auth.type === 'header' && line(words.headerName, 'name')}
      {auth.type === 'basic' && line(words.user, 'user')}
    </>
  );
}

function authOf(type: string, before: Auth): Auth {
  const secret = before.secret ?? 'api-token';
  if (type === 'bearer') return { type, secret };
  if (type === 'header') return { type, name: before.name ?? 'X-Api-Key', secret };
  return type === 'basic' ? { type, user: before.user ?? '', secret } : { type };
}
