import type { Random } from '../../../src/assist/numeric/random.ts';
import { v7 } from 'uuid';
import { answerIn, deskAuth } from '../../bench/flow/lines.ts';
import type { Agent } from '../../bench/flow/make-house.ts';
import { offerLoad, type Line } from '../../bench/flow/offer-load.ts';
import { openWireLine, type WireLine } from '../../bench/flow/wire-line.ts';

/** Pairs of honest desks: one writes a note, the other has the conversation open and sees it. */
export type HonestPairs = {
  /** Milliseconds from sending to the other desk, of each message of a stretch. */
  readonly measure: (load: { readonly perSecond: number; readonly seconds: number; readonly random: Random }) => Promise<readonly number[]>;
  readonly close: () => void;
};

const TEXTS = /"text":"honest (\d+)"/gu;

/** Where each side connects: one node, or two. */
export type Ports = { readonly writers: number; readonly readers: number };

async function openPair(ports: Ports, [writer, reader]: readonly [Agent, Agent], onText: (number: number) => void): Promise<{ readonly line: (number: () => number) => Line; readonly wires: readonly WireLine[] }> {
  const onEvent = (text: string): void => {
    // Several come at once where a node follows the log.
    if (text.startsWith('["events"')) for (const [, number] of text.matchAll(TEXTS)) onText(Number(number));
  };
  const writing = await openWireLine({ port: ports.writers, auth: deskAuth(writer) });
  const reading = await openWireLine({ port: ports.readers, auth: deskAuth(reader), onEvent });
  const { conversationId } = writer;
  const opened = answerIn(await reading.ask('open', JSON.stringify({ conversationId, afterSeq: writer.seq })));
  if (!opened.ok) throw new Error('a conversation could not be opened');
  const send = async (number: number): Promise<boolean> =>
    answerIn(await writing.ask('command', JSON.stringify({ id: v7(), type: 'note.post', conversationId, seenSeq: 1, payload: { text: `honest ${number}` } }))).ok;
  return { line: (next) => ({ send: () => send(next()) }), wires: [writing, reading] };
}

/** Two agents a pair, in the order given. */
export async function openHonestPairs(ports: Ports, agents: readonly Agent[]): Promise<HonestPairs> {
  const sentAt: number[] = [];
  const took: number[] = [];
  let seen: (() => void) | null = null;
  const onText = (number: number): void => {
    took[number] = performance.now() - (sentAt[number] ?? Number.NaN);
    seen?.();
  };
  const next = (): number => sentAt.push(performance.now()) - 1;
  const pairs = await Promise.all(
    agents.flatMap((writer, index) => {
      const reader = agents[index + 1];
      return index % 2 === 0 && reader ? [openPair(ports, [writer, reader], onText)] : [];
    }),
  );
  /** Answers may come before the other desk has seen the last ones. */
  const allSeen = (): Promise<void> =>
    new Promise((resolve) => {
      seen = () => {
        if (Object.keys(took).length === sentAt.length) resolve();
      };
      seen();
    });
  return {
    measure: async (load) => {
      const { refused } = await offerLoad(pairs.map((pair) => pair.line(next)), load);
      if (refused > 0) throw new Error(`${refused} honest messages were refused`);
      await allSeen();
      seen = null;
      sentAt.length = 0;
      return took.splice(0);
    },
    close: () => pairs.flatMap((pair) => pair.wires).forEach((wire) => wire.close()),
  };
}
