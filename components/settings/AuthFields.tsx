import type { ApiAuth as Auth } from '@/lib/formats/api-source';
import type { SettingsWords } from '@/lib/words/en/settings';

/** How Kido signs in somewhere; the secret itself is named here and entered elsewhere. */
export function AuthFields({ auth, words, onChange }: { auth: Auth; words: SettingsWords; onChange(auth: Auth): void }) {
  const line = (label: string, name: 'secret' | 'name' | 'user') => (
    <label>
      <span>{label}</span>
      <input class="text mono" value={partOf(auth, name)} onInput={(event) => onChange({ ...auth, [name]: event.currentTarget.value })} />
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

/** A part of a sign-in; '' where its kind has none. */
function partOf(auth: Auth, name: 'secret' | 'name' | 'user'): string {
  if (name === 'secret') return 'secret' in auth ? auth.secret : '';
  if (name === 'name') return 'name' in auth ? auth.name : '';
  return 'user' in auth ? auth.user : '';
}

function authOf(type: string, before: Auth): Auth {
  const secret = partOf(before, 'secret') || 'api-token';
  if (type === 'bearer') return { type, secret };
  if (type === 'header') return { type, name: partOf(before, 'name') || 'X-Api-Key', secret };
  if (type === 'basic') return { type, user: partOf(before, 'user'), secret };
  return { type: type === 'session' ? 'session' : 'none' };
}
