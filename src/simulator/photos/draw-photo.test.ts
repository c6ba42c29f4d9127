import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPhoto } from './draw-photo.ts';

describe('a drawn photo', () => {
  it.each(['broken-cup', 'crushed-box', 'shrunk-sweater', 'wrong-colour', 'half-empty-box'] as const)('of a %s is a small PNG that others can read', async (subject) => {
    const { name, bytes } = drawPhoto(subject);
    expect(name).toBe(`${subject}.png`);
    expect(bytes.length).toBeLessThan(60_000);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ format: 'raw', width: 240, height: 180, channels: 3 });
    expect(new Set(data).size).toBeGreaterThan(20);
  });
});
