import { configure } from '@testing-library/react';

/** What a test looks for on a screen comes in moments; on a machine that does other things too, a moment may last. */
configure({ asyncUtilTimeout: 20_000 });
