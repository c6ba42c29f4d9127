import type { Slots } from '../../../shared/contracts/assist.ts';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { IntentReading, MoodReading, RiskReading } from '../../bot/engine.ts';
import { intentFacts } from '../../bot/intents.ts';
import type { NewEvent } from '../../log/append-request.ts';

export type Reading = {
  readonly messageSeq: number;
  readonly intent: IntentReading;
  readonly mood: MoodReading;
  readonly risks: readonly RiskReading[];
  readonly slots: Slots;
  /** The customer's own order that the message names. */
  readonly orderNumber: string | null;
  readonly milliseconds: number;
  readonly version: string;
};

/** Valence below which a message is angry, whatever else it says. */
const ANGRY = -0.6;
const VERY_ANGRY = -0.8;

function angerOf(mood: MoodReading): RiskReading[] {
  if (mood.score > ANGRY || mood.evidence.length === 0) return [];
  return [{ kind: 'anger', band: mood.score <= VERY_ANGRY ? 'very-likely' : 'likely', evidence: mood.evidence }];
}

/** Slots that the intent needs and the message, so far, doesn't give. */
function missingSlots(reading: Reading): string[] {
  const needed = reading.intent.abstained ? false : intentFacts(reading.intent.intent).needsOrder;
  return needed && reading.orderNumber === null ? ['orderNumber'] : [];
}

/** The events of one understood message: its reading, and a flag with its words for each risk. */
export function understandEvents(reading: Reading, newId: () => Id): NewEvent[] {
  const { intent, mood, messageSeq } = reading;
  const understood: NewEvent = {
    type: 'turn.understood',
    payload: {
      messageSeq,
      intent: intent.abstained ? null : intent.intent,
      confidence: intent.confidence,
      abstained: intent.abstained,
      runnersUp: [...intent.runnersUp],
      sentiment: mood.score,
      missingSlots: missingSlots(reading),
      orderNumber: reading.orderNumber,
      milliseconds: reading.milliseconds,
      modelVersion: reading.version,
    },
    content: { slots: reading.slots, evidence: [...mood.evidence] },
  };
  const flags = [...reading.risks, ...angerOf(mood)].map(
    (risk): NewEvent => ({
      type: 'flag.raised',
      payload: { flagId: newId(), messageSeq, kind: risk.kind, band: risk.band, modelVersion: reading.version },
      content: { evidence: [...risk.evidence] },
    }),
  );
  // Flags first: who reacts to "understood" finds them raised.
  return [...flags, understood];
}
