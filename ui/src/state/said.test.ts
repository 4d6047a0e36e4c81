import { expect, test, vi } from 'vitest';

import { answerWith } from '../ipc/client';
import { refusal } from '../ipc/fake';
import { Asking } from './asking.svelte';
import { Said } from './said.svelte';
import { Signing } from './signing.svelte';

const did = (undo: (passphrase: string | null) => ReturnType<typeof refusal> | Promise<{ status: 'ok'; data: boolean }>) => {
  answerWith({ undo });
  const [said, signing, read] = [new Said(), new Signing(new Asking()), vi.fn(async () => {})];
  said.did('Kept.', 'mira', signing, read);
  said.undo?.();
  return { said, signing, read };
};

test('what was taken back says so, and what could not be never does', async () => {
  const undone = did(() => Promise.resolve({ status: 'ok', data: true }));
  await vi.waitFor(() => expect(undone.said.text).toBe('Undone.'));
  expect(undone.read).toHaveBeenCalledOnce();
  const gone = did(() => Promise.resolve({ status: 'ok', data: false }));
  await vi.waitFor(() => expect(gone.said.text).toContain('Nothing was changed.'));
});

test('what one of them signed beside the other is taken back with her passphrase', async () => {
  const undo = vi.fn((passphrase: string | null) =>
    passphrase === null ? refusal('needs-her-passphrase') : Promise.resolve({ status: 'ok' as const, data: true }),
  );
  const { said, signing } = did(undo);
  await vi.waitFor(() => expect(signing.person).toBe('mira'));
  expect(said.text).toBeNull();
  await signing.sign('heron window slow');
  await vi.waitFor(() => expect(said.text).toBe('Undone.'));
});
