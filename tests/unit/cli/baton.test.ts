import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../../bin/baton.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'baton-cli-'));
const at = (name: string): string => join(folder, name);

function baton(...flags: string[]): { code: number | null; lines: Record<string, unknown>[]; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...flags], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const lines = stdout.startsWith('{') ? stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) : [];
  return { code: status, lines, error: stderr };
}

function write(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

beforeAll(() => {
  write('train.jsonl', ['快递到哪了|1', '我的包裹呢|1', 'where is my parcel|1', '要退款|0', '退钱给我|0', 'refund please|0'].map((row) => `${JSON.stringify({ text: row.split('|')[0], label: Number(row.split('|')[1]) })}\n`).join(''));
  write('docs.jsonl', '{"id":"a","text":"退款三天到账"}\n{"id":"b","text":"快递两天送达","scope":{"shop":"x"}}\n{"id":"a","text":"退款五天到账"}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('baton', () => {
  it('trains and predicts, with labels as they were', () => {
    expect(baton('train', '--task', 'classify', '--data', at('train.jsonl'), '--out', at('model')).code).toBe(0);
    const { lines } = baton('predict', '--model', at('model'), '--data', write('ask.jsonl', '{"text":"包裹到哪了"}\n{"text":""}\n'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ label: 1, abstain: expect.any(Boolean), confidence: expect.any(Number), top: [{ label: 1 }, { label: 0 }] });
  });

  it('indexes, searches within scope, and learns from judgments', () => {
    expect(baton('index', '--data', at('docs.jsonl'), '--out', at('index'))).toMatchObject({ code: 0, error: expect.stringContaining('replaced') });
    const queries = write('queries.jsonl', '{"text":"退款到账"}\n{"text":"快递","scope":{"shop":"y"}}\n');
    expect(baton('search', '--index', at('index'), '--data', queries, '--k', '3').lines).toEqual([{ hits: [{ id: 'a', score: expect.any(Number) }] }, { hits: [] }]);
    const judged = write('judged.jsonl', '{"text":"退款到账","id":"a","relevant":true}\n');
    expect(baton('train', '--task', 'rerank', '--index', at('index'), '--data', judged, '--out', at('taught')).code).toBe(0);
    expect(baton('search', '--index', at('taught'), '--data', queries).lines[0]).toMatchObject({ hits: [{ id: 'a' }] });
  });

  it('ranks replies of contexts without roles', () => {
    const pairs = write('pairs.jsonl', '{"context":[{"text":"退款吗"}],"reply":"可以退款"}\n{"context":["快递呢"],"reply":"在路上"}\n');
    expect(baton('train', '--task', 'reply', '--data', pairs, '--out', at('replies')).code).toBe(0);
    const items = write('items.jsonl', '{"context":[{"text":"能退款吗"}],"candidates":["可以退款","在路上"]}\n{"context":[],"candidates":[]}\n');
    const { lines } = baton('rank', '--model', at('replies'), '--data', items);
    const scores = lines[0]?.['scores'] as number[];
    expect(scores[0]).toBeGreaterThan(scores[1] as number);
    expect(lines[1]).toEqual({ scores: [] });
  });

  it('reads a byte order mark, CRLF, emoji, mixed scripts, full-width forms and 100,000 characters, one line each', () => {
    const texts = ['你好😀 hello', '１３８００１３８０００', '退款'.repeat(50_000), ''];
    const data = write('odd.jsonl', `\ufeff${texts.map((text) => JSON.stringify({ text })).join('\r\n')}\r\n`);
    for (const command of ['mask', 'guard', 'sentiment']) expect(baton(command, '--data', data).lines).toHaveLength(texts.length);
    expect(baton('mask', '--data', data).lines[1]).toEqual({ text: '[mobile]', found: [{ kind: 'mobile', span: [0, 11] }] });
  }, 60_000);

  it('follows the mood and groups questions', () => {
    const sessions = write('sessions.jsonl', '{"turns":[{"role":"customer","text":"太差了 骗子"},{"role":"agent","text":"抱歉"},{"text":"垃圾 气死了"}]}\n');
    const [trend] = baton('trend', '--data', sessions).lines;
    expect(trend).toMatchObject({ alarm: true, level: [expect.any(Number), expect.any(Number), expect.any(Number)] });
    const questions = write('questions.jsonl', '{"id":"1","text":"怎么开发票"}\n{"id":"1","text":"怎么开发票呀"}\n{"id":3,"text":"会缩水吗"}\n');
    expect(baton('mine', '--data', questions).lines.map((line) => line['id'])).toEqual(['1', '1', '3']);
  });

  it('evaluates, and writes the measures as JSON', () => {
    const { code } = baton('evaluate', '--task', 'classify', '--model', at('model'), '--data', at('train.jsonl'), '--json', at('report.json'));
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(at('report.json'), 'utf8'))).toMatchObject({ task: 'classify', items: 6, measures: { accuracy: 1 }, coverage: expect.any(Array) });
  });

  it.each([
    ['an unknown command', ['frobnicate'], 'unknown command'],
    ['an unknown flag', ['mask', '--what', 'x'], 'unknown flag'],
    ['a flag that is only a name every object has', ['mask', '--constructor', 'x'], 'unknown flag'],
    ['a missing flag', ['mask'], '--data is missing'],
    ['a missing file', ['mask', '--data', 'nowhere.jsonl'], 'there is no file'],
    ['an unknown task', ['train', '--task', 'fly', '--data', 'x', '--out', 'y'], 'unknown task'],
    ['a missing model', ['predict', '--model', 'nowhere', '--data', 'x'], 'there is no model'],
  ])('refuses %s in one line with code 2', (_, flags, message) => {
    const { code, error } = baton(...flags);
    expect(code).toBe(2);
    expect(error.trim().split('\n')).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['not JSON', '{"text":"a"}\nnope\n', 'line 2 is not JSON'], ['a missing field', '{"text":"a"}\n\n{"t":1}\n', 'line 3: "text" is missing'],
    ['a text that is none', '{"text":7}\n', 'line 1: "text" is not a text'], ['a list', '[1]\n', 'line 1 is not a JSON object'],
  ])('names the line of %s', (_, text, message) => {
    const { code, error } = baton('mask', '--data', write('bad.jsonl', text));
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  it('answers an empty file with nothing, and does not train on it', () => {
    const empty = write('empty.jsonl', '');
    expect(baton('mask', '--data', empty)).toMatchObject({ code: 0, lines: [] });
    expect(baton('train', '--task', 'classify', '--data', empty, '--out', at('none'))).toMatchObject({ code: 2, error: expect.stringContaining('no examples') });
  });

  it('says what is wrong with a damaged model', () => {
    const bytes = readFileSync(at('model/model.bin'));
    writeFileSync(at('model/model.bin'), bytes.subarray(0, bytes.length - 8));
    expect(baton('predict', '--model', at('model'), '--data', at('train.jsonl'))).toMatchObject({ code: 2, error: expect.stringContaining('damaged') });
  });

  it.each(['train', 'predict', 'rank', 'index', 'search', 'sentiment', 'trend', 'mine', 'mask', 'guard', 'evaluate'])('explains %s', (command) => {
    expect(baton(command, '--help').code).toBe(0);
  });
});
