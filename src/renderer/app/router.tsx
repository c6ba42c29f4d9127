import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { DeskPage } from './desk/desk-page.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell });
const desk = createRoute({ getParentRoute: () => root, path: '/', component: DeskPage });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });

/** The modules of the window. The hash keeps the page's address the same, which is all an application scheme can serve. */
export const createDeskRouter = () => createRouter({ routeTree: root.addChildren([desk, settings]), history: createHashHistory() });
