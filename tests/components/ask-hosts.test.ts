import { describe, expect, it, vi } from 'vitest';
import { wantedFor } from '@/entrypoints/options/ask-hosts';
import config from '@/wxt.config';

vi.mock('wxt/browser', () => ({ browser: {} }));

const origins = ['https://api.example/*'];

describe('what is asked for before something is sent', () => {
  it('names in Firefox what leaves, in the one question about the host', () => {
    expect(wantedFor(['webhook'], origins, true)).toEqual({
      origins,
      data_collection: ['personalCommunications', 'personallyIdentifyingInfo', 'browsingActivity'],
    });
    expect(wantedFor(['page', 'api'], origins, true)).toEqual({ origins, data_collection: ['websiteContent', 'authenticationInfo'] });
  });
  it('asks for nothing to be sent where a page is only read, and nothing that Chrome does not know', () => {
    expect(wantedFor(['page'], origins, true)).toEqual({ origins });
    expect(wantedFor(['webhook', 'api'], origins, false)).toEqual({ origins });
  });
});

/** The manifest as a production build has it. */
function manifestOf(browser: 'chrome' | 'firefox') {
  const make = config.manifest as (env: object) => Record<string, unknown>;
  return make({ browser, mode: 'production', command: 'build', manifestVersion: 3 }) as {
    web_accessible_resources: { resources: string[] }[];
    content_security_policy: { extension_pages: string };
    browser_specific_settings: { gecko: { data_collection_permissions: { required: string[]; optional: string[] } } };
    incognito: string;
  };
}

describe.each(['chrome', 'firefox'] as const)('manifest for %s', (browser) => {
  it('lets a page frame the set-up steps and a form, and nothing else', () => {
    expect(manifestOf(browser).web_accessible_resources.flatMap((one) => one.resources)).toEqual(['connect.html', 'form.html']);
  });
  it('is closed to what does not come with it', () => {
    const policy = manifestOf(browser).content_security_policy.extension_pages;
    for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy.split('; ')).toContain(part);
    expect(policy).not.toMatch(/unsafe/);
    expect(manifestOf(browser).incognito).toBe('not_allowed');
  });
});

describe('manifest for firefox', () => {
  it('declares everything that is ever asked for, and requires none of it', () => {
    const { required, optional } = manifestOf('firefox').browser_specific_settings.gecko.data_collection_permissions;
    expect(required).toEqual(['none']);
    expect(optional.toSorted()).toEqual(wantedFor(['api', 'webhook', 'page'], origins, true).data_collection?.toSorted());
  });
});
