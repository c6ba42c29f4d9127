import type { CoveragePoint, ReliabilityBin } from '../../src/cli/evaluate/class-measures.ts';

interface Point {
  x: number;
  y: number;
}

const size = 260;
const margin = 36;

/** A plot of one curve over 0..1 x [lowest, 1] as SVG, with the diagonal where it is the wanted curve. */
function plot(title: string, points: readonly Point[], options: { lowest: number; hasDiagonal: boolean; across: string; up: string }): string {
  const { lowest, hasDiagonal, across, up } = options;
  const place = ({ x, y }: Point) => `${(margin + x * size).toFixed(1)},${(margin + (1 - (y - lowest) / (1 - lowest)) * size).toFixed(1)}`;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const y = lowest + share * (1 - lowest);
    return `<text x="${margin - 6}" y="${margin + (1 - share) * size + 4}" text-anchor="end">${Math.round(y * 100)}</text><text x="${margin + share * size}" y="${margin + size + 16}" text-anchor="middle">${Math.round(share * 100)}</text>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size + 2 * margin}" height="${size + 2 * margin + 16}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="${margin}" y="18" font-size="13">${title}</text>`,
    `<rect x="${margin}" y="${margin}" width="${size}" height="${size}" fill="none" stroke="#999"/>`,
    ...ticks,
    `<text x="${margin + size / 2}" y="${margin + size + 32}" text-anchor="middle">${across}</text>`,
    `<text x="12" y="${margin - 8}">${up}</text>`,
    hasDiagonal ? `<polyline points="${place({ x: 0, y: 0 })} ${place({ x: 1, y: 1 })}" fill="none" stroke="#bbb" stroke-dasharray="4"/>` : '',
    `<polyline points="${points.map(place).join(' ')}" fill="none" stroke="#0a6" stroke-width="2"/>`,
    ...points.map((point) => `<circle cx="${place(point).split(',')[0]}" cy="${place(point).split(',')[1]}" r="3" fill="#0a6"/>`),
    '</svg>',
  ].filter((line) => line !== '').join('\n')}\n`;
}

export function plotCoverage(title: string, curve: readonly CoveragePoint[]): string {
  const points = curve.map(({ coverage, accuracy }) => ({ x: coverage, y: accuracy }));
  const lowest = Math.max(0, Math.floor(Math.min(...points.map((point) => point.y)) * 10 - 1) / 10);
  return plot(title, points, { lowest, hasDiagonal: false, across: 'answered, % (surest first)', up: 'right, %' });
}

export function plotReliability(title: string, bins: readonly ReliabilityBin[]): string {
  const points = bins.filter((bin) => bin.count >= 5).map((bin) => ({ x: bin.confidence, y: bin.accuracy }));
  return plot(title, points, { lowest: 0, hasDiagonal: true, across: 'confidence, %', up: 'right, %' });
}
