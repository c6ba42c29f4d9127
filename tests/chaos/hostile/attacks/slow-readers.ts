import { setTimeout as pause } from 'node:timers/promises';
import { keepLine, type Attack } from './rogue.ts';

const LOOK_MS = 200;

/** Ask for everything, say that they live, and read nothing: what they are sent has to stay somewhere. */
export const slowReaders: Attack = async (field) => {
  await Promise.all(
    field.rogues.map(async (agent) => {
      const rogue = keepLine(field, agent);
      const line = await rogue.line();
      for (const conversationId of field.conversations) {
        field.counting.countSent();
        line.say(`421["open",${JSON.stringify({ conversationId, afterSeq: null })}]`);
      }
      line.socket.pause();
      while (!field.isOver()) {
        line.say('3');
        line.say('42["feed",{"afterPosition":null}]');
        await pause(LOOK_MS);
      }
      rogue.leave();
    }),
  );
};
