import { composeHandlers } from './api/compose-handlers.ts';
import type { ApiHandlers } from './api/api-handlers.ts';
import type { CustomerHandlers, StaffHandlers } from './commands/command-handler.ts';
import type { DueHandler } from './due/due-job.ts';
import { createStateMemory } from './log/state-memory.ts';
import type { BackendModule } from './module.ts';
import { createAccountsModule } from './modules/accounts/accounts-module.ts';
import { createActionsModule } from './modules/actions/actions-module.ts';
import { createBotModule } from './modules/bot/bot-module.ts';
import { createConversationsModule } from './modules/conversations/conversations-module.ts';
import { createEpisodeModule } from './modules/conversations/episode-module.ts';
import { countContacts, createFindCustomer } from './modules/customers/customer-repository.ts';
import { createCustomersModule } from './modules/customers/customers-module.ts';
import { flagsModule } from './modules/flags/flags-module.ts';
import { createKnowledge } from './modules/knowledge/knowledge.ts';
import { createKnowledgeModule } from './modules/knowledge/knowledge-module.ts';
import { createMessagesModule } from './modules/messages/messages-module.ts';
import { createMetaModule } from './modules/meta/meta-module.ts';
import { createPeopleModule, presentStaff } from './modules/people/people-module.ts';
import { createQueueModule } from './modules/queue/queue-module.ts';
import { findDefaultQueue } from './modules/shops/default-queue.ts';
import { createSlaModule } from './modules/sla/sla-module.ts';
import { createSuggestionsModule } from './modules/suggestions/suggestions-module.ts';
import { ticketsModule } from './modules/tickets/tickets-module.ts';
import { createUnderstandingModule } from './modules/understanding/understanding-module.ts';
import { createVisitors } from './modules/visitors/visitor-repository.ts';
import { createVisitorsModule } from './modules/visitors/visitors-module.ts';
import { createPolicy, type Policy } from './policy/policy.ts';
import { DESK_ROLES } from './policy/rules.ts';
import type { Reaction } from './reactions/reaction.ts';
import type { Services } from './services.ts';

/** All that the modules bring, put together. */
export type Assembly = {
  readonly policy: Policy;
  readonly commands: StaffHandlers;
  readonly customerCommands: CustomerHandlers;
  readonly reactions: readonly Reaction[];
  readonly due: readonly DueHandler[];
  readonly api: ApiHandlers;
  /** The queue looks again: somebody may take conversations now. */
  readonly dispatch: () => Promise<void>;
};

/** What several modules ask in the same words. */
function createQuestions(services: Services) {
  const { database, shops, accounts, presence, conversations, reader } = services;
  return {
    work: database.work,
    findCustomer: createFindCustomer(database.work),
    countContacts: (customerId: string) => countContacts(database.work, customerId),
    knowledge: createKnowledge(services.knowledge, services.clock),
    readState: createStateMemory(reader),
    customerOf: conversations.customerOf,
    lastHolders: conversations.lastHolders,
    defaultQueue: (shopId: string) => findDefaultQueue(shops, shopId),
    mayRead: conversations.mayRead,
    readHead: conversations.readHead,
    isTarget: conversations.isTarget,
    ownsBlobs: services.blobs.isOwnedBy,
    listQueues: (shopId: string) => shops.listQueues([shopId]),
    listStaff: async (shopId: string) => (await accounts.listOfShops([shopId])).map(presentStaff),
    listPresence: () => presence.list(),
    isAccepting: async (agentId: string) => (await presence.list([agentId])).some((fact) => fact.connected && fact.state === 'accepting'),
    reopenWindowMs: async (shopId: string) => (await shops.find(shopId))?.settings.reopenWindowMs ?? 0,
    nextTicketNumber: shops.nextTicketNumber,
    moneyLimit: async (accountId: string) => (await accounts.find(accountId))?.moneyLimit ?? { amount: 0, currency: services.currency },
  };
}

/** The modules of this backend. A new noun is one line here. */
function createModules(services: Services) {
  const deps = { ...services, ...createQuestions(services), version: services.engine.version };
  const queue = createQueueModule(deps);
  const modules: readonly BackendModule[] = [
    createMetaModule(services.facts),
    createAccountsModule(services.signIn),
    createPeopleModule(services),
    createVisitorsModule({ ...services, visitors: createVisitors(services.database.work) }),
    createConversationsModule(services),
    createEpisodeModule(deps),
    createMessagesModule(deps),
    flagsModule,
    ticketsModule,
    createSlaModule(services.append),
    queue,
    createCustomersModule(deps),
    createActionsModule(deps),
    createKnowledgeModule({ ...deps, macros: services.knowledge.macros }),
    createUnderstandingModule(deps),
    createBotModule(deps),
    createSuggestionsModule(deps),
  ];
  return { modules, dispatch: queue.dispatch };
}

/** Puts the modules together; what one brings without a rule in its policy is denied to everybody. */
export function assemble(services: Services): Assembly {
  const { modules, dispatch } = createModules(services);
  return {
    policy: createPolicy(modules.flatMap((module) => module.policy ?? []), DESK_ROLES),
    commands: Object.assign({}, ...modules.map((module) => module.commands ?? {})) as StaffHandlers,
    customerCommands: Object.assign({}, ...modules.map((module) => module.customerCommands ?? {})) as CustomerHandlers,
    reactions: modules.flatMap((module) => module.reactions ?? []),
    due: modules.flatMap((module) => module.due ?? []),
    api: composeHandlers(modules.flatMap((module) => module.api ?? [])),
    dispatch,
  };
}
