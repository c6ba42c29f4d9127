import { QueryClient } from '@tanstack/react-query';

/**
 * The window's questions and their answers. Main knows whether there is a line, the browser doesn't, so nothing waits for
 * the browser's idea of being online; and main answers failures with a reason, so nothing is blindly asked again.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false } } });
