import { expect, it } from 'vitest';
import { STAFF_COMMANDS, type StaffCommandType } from '../contracts/commands.ts';
import { COMMAND_LANES } from './lanes.ts';

/** Offline: what is said, tagged and put off waits in the line; who holds it, presence and money do not. */
const TABLE: readonly (readonly [StaffCommandType, lane: string, offline: string])[] = [
  ['message.post', 'messages', 'waits'],
  ['message.edit', 'messages', 'waits'],
  ['message.recall', 'messages', 'waits'],
  ['note.post', 'messages', 'waits'],
  ['whisper.post', 'messages', 'waits'],
  ['read.advance', 'observations', 'waits'],
  ['conversation.take-over', 'actions', 'off'],
  ['conversation.transfer', 'actions', 'off'],
  ['conversation.snooze', 'messages', 'waits'],
  ['conversation.unsnooze', 'messages', 'waits'],
  ['episode.resolve', 'messages', 'waits'],
  ['episode.reopen', 'actions', 'off'],
  ['flag.judge', 'observations', 'waits'],
  ['suggestion.observe', 'observations', 'waits'],
  ['action.execute', 'actions', 'off'],
  ['action.decide', 'actions', 'off'],
  ['ticket.change', 'actions', 'off'],
  ['ticket.escalate', 'actions', 'off'],
];

it('has a line for every staff command', () => {
  expect(TABLE.map(([type]) => type)).toEqual(Object.keys(STAFF_COMMANDS));
  expect(Object.keys(COMMAND_LANES).toSorted()).toEqual(Object.keys(STAFF_COMMANDS).toSorted());
});

it.each(TABLE)('%s travels in the lane of %s and, without a line, %s', (type, lane, offline) => {
  expect(COMMAND_LANES[type]).toEqual({ lane, offline: offline === 'waits' });
});
