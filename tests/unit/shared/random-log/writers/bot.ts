import { flagKindSchema, packetPartSchema, packetReasonSchema, type Source } from '../../../../../src/shared/contracts/assist.ts';
import { actionKindSchema } from '../../../../../src/shared/contracts/action.ts';
import type { Actor } from '../../../../../src/shared/contracts/basics.ts';
import type { Move } from '../move.ts';
import type { Draft, Writers } from '../writer.ts';
import { BOT, freshId, pickFrom, STAFF, SYSTEM, type World } from '../world.ts';

type Types =
  | 'turn.understood' | 'bot.answered' | 'bot.clarified' | 'bot.acted'
  | 'flag.raised' | 'flag.confirmed' | 'flag.dismissed' | 'flag.cleared'
  | 'handoff.requested' | 'suggestion.offered' | 'suggestion.withdrawn' | 'suggestion.observed';

const MODEL = 'seed-1';

const sourcesOf = ({ pick, words }: Move): Source[] =>
  pick % 3 === 0 ? [] : [{ kind: 'article', ref: `returns-${pick}`, version: '1', label: { zh: words, en: words }, ...(pick % 3 === 1 ? { path: [{ zh: words, en: words }] } : {}) }];

const evidenceOf = ({ words }: Move) => (words.length > 0 ? [{ start: 0, end: words.length, text: words }] : []);

function turnOf(world: World, move: Move): Draft<'bot.answered'>['payload'] | null {
  const said = pickFrom(world.messages, move.pick);
  const answered = pickFrom(world.messages, move.other);
  return said && answered ? { messageId: said.id, messageSeq: said.seq, answersSeq: answered.seq, sources: sourcesOf(move), milliseconds: move.later } : null;
}

const judge = ({ flags }: World, { pick }: Move): { actor: Actor; payload: { flagId: string; messageSeq: number } } | null => {
  const flag = pickFrom(flags, pick);
  return flag ? { actor: pickFrom(STAFF, pick) ?? SYSTEM, payload: { flagId: flag.flagId, messageSeq: flag.messageSeq } } : null;
};

const observed = ['shown', 'inserted', 'edited', 'sent', 'ignored', 'none-fits'] as const;

export const botWriters: Writers<Types> = {
  'turn.understood': ({ messages }, move) => {
    const { pick, words, ratio, yes, later } = move;
    const message = pickFrom(messages, pick);
    if (!message) return null;
    const guess = { intent: yes ? 'refund' : null, confidence: Math.abs(ratio), abstained: !yes, runnersUp: [{ label: 'return', confidence: 0.1 }], sentiment: ratio };
    const facts = { missingSlots: yes ? [] : ['order'], orderNumber: pick % 4 === 0 ? `N${pick}` : null, milliseconds: later, modelVersion: MODEL };
    return { actor: SYSTEM, payload: { messageSeq: message.seq, ...guess, ...facts }, content: { slots: { order: words }, evidence: evidenceOf(move) } };
  },
  'bot.answered': (world, move) => {
    const payload = turnOf(world, move);
    return payload && { actor: BOT, payload };
  },
  'bot.clarified': (world, move) => {
    const turn = turnOf(world, move);
    return turn && { actor: BOT, payload: { ...turn, between: ['refund', 'return'], slot: move.yes ? 'order' : null } };
  },
  'bot.acted': (world, move) => {
    const turn = turnOf(world, move);
    const action = pickFrom(actionKindSchema.options, move.pick);
    const step = pickFrom(['proposed', 'done', 'dropped'] as const, move.other);
    return turn && action && step ? { actor: BOT, payload: { ...turn, action, step, orderNumber: `N${move.pick}` } } : null;
  },
  'flag.raised': (world, move) => {
    const message = pickFrom(world.messages, move.pick);
    const kind = pickFrom(flagKindSchema.options, move.other);
    if (!message || !kind) return null;
    const payload = { flagId: freshId(world), messageSeq: message.seq, kind, band: move.yes ? 'likely' : 'very-likely', modelVersion: MODEL } as const;
    return { actor: SYSTEM, payload, content: { evidence: evidenceOf(move) } };
  },
  'flag.confirmed': judge,
  'flag.dismissed': judge,
  'flag.cleared': judge,
  'handoff.requested': (world, { pick, yes, words, ratio }) => {
    const reason = pickFrom(packetReasonSchema.options, pick);
    if (!reason) return null;
    const about = { intent: yes ? 'refund' : null, orderNumber: yes ? `N${pick}` : null, productSlug: null, missing: packetPartSchema.options.slice(0, pick % 3) };
    return {
      actor: BOT,
      payload: { reason, language: 'zh', completeness: Math.abs(ratio), mood: ratio, ...about },
      content: { summary: words, known: [{ slot: 'order', value: words }], tried: [], promised: [{ what: words, at: world.at }], openQuestion: words },
    };
  },
  'suggestion.offered': (world, move) => {
    const message = pickFrom(world.messages, move.pick);
    if (!message) return null;
    const source: Source = { kind: 'reply', ref: 'r1', version: '1', label: { zh: '', en: '' } };
    const items = Array.from({ length: move.other % 4 }, () => ({ suggestionId: freshId(world), title: { zh: '', en: '' }, confidence: 0.5, sources: [source], parts: { words: 1 } }));
    const texts = Object.fromEntries(items.map((item) => [item.suggestionId, move.words]));
    return { actor: SYSTEM, payload: { setId: freshId(world), messageSeq: message.seq, items, milliseconds: 3, modelVersion: MODEL }, content: { texts } };
  },
  'suggestion.withdrawn': ({ sets }, { pick, other }) => {
    const setId = pickFrom(sets, pick);
    const why = pickFrom(['customer-wrote', 'replied', 'order-changed', 'resolved'] as const, other);
    return setId && why ? { actor: SYSTEM, payload: { setId, why } } : null;
  },
  'suggestion.observed': ({ sets }, { pick, other, yes }) => {
    const setId = pickFrom(sets, pick);
    const what = pickFrom(observed, other);
    return setId && what ? { actor: pickFrom(STAFF, pick) ?? SYSTEM, payload: { setId, observations: [{ suggestionId: null, what, ...(yes ? { distance: 2 } : {}) }] } } : null;
  },
};
