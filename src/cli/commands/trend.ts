import { followTrend, readSentiment, type Turn } from '../../assist/index.ts';
import type { Command } from '../command.ts';
import { answerLines } from '../json-lines.ts';
import { openSentiment } from '../lexicons.ts';
import { turnsField } from '../line-fields.ts';
import { readText } from '../read-flags.ts';

export const trendCommand: Command = {
  summary: 'follow the mood through sessions, and ring when it falls',
  flags: {
    data: { value: 'file', help: 'JSON lines {"turns"}', isRequired: true },
    model: { value: 'folder', help: 'a sentiment model; the seed model when absent' },
  },
  notes: ['{"turns":[{"role","text"}]} -> {"level":[...],"alarm":true|false}', "One level per turn, -1..1; a staff turn keeps the level of the one before it. Turns without a role are the customer's."],
  async run(flags) {
    const reader = openSentiment(flags['model']);
    await answerLines(readText(flags, 'data'), (line) => {
      const turns = turnsField(line, 'turns');
      const { levels, alarm } = followTrend(turns.filter(isCustomer).map((turn) => readSentiment(reader, turn.text).score));
      return { level: levelPerTurn(turns, levels), alarm };
    });
  },
};

const staffRoles = /^(?:agent|bot|assistant|staff|system|service|seller|operator|lead|s|a|客服|机器人|系统|坐席|商家)/iu;

function isCustomer(turn: Turn): boolean {
  return turn.role === undefined || !staffRoles.test(turn.role);
}

function levelPerTurn(turns: readonly Turn[], levels: readonly number[]): number[] {
  let seen = 0;
  return turns.map((turn) => {
    if (isCustomer(turn)) seen += 1;
    return seen === 0 ? 0 : (levels[seen - 1] as number);
  });
}
