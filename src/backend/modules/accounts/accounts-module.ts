import { err, ok } from '../../../shared/lib/result.ts';
import type { BackendModule } from '../../module.ts';
import type { SignIn } from './sign-in.ts';

/** Signing in and out over HTTP. */
export const createAccountsModule = (signIn: SignIn): BackendModule => ({
  name: 'accounts',
  policy: { api: { 'auth.signIn': 'anyone', 'auth.refresh': 'anyone', 'auth.signOut': 'staff' } },
  api: {
    auth: {
      signIn: ({ login, password }) => signIn.signIn(login, password),
      refresh: ({ refreshToken }) => signIn.refresh(refreshToken),
      signOut: async (_input, { principal }) => {
        if (!principal) return err({ code: 'UNAUTHENTICATED' });
        await signIn.signOut(principal.sessionId);
        return ok({ done: true });
      },
    },
  },
});
