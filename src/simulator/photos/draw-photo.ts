import type { PhotoSubject } from '../goal.ts';
import type { Photo } from '../customer-channel.ts';
import { encodePng, type Colour } from './png.ts';

const WIDTH = 240;
const HEIGHT = 180;

const TABLE: Colour = [196, 170, 138];
const SHADOW: Colour = [168, 142, 112];
const CELADON: Colour = [158, 190, 178];
const CRACK: Colour = [70, 66, 60];
const CARDBOARD: Colour = [182, 142, 96];
const TAPE: Colour = [214, 190, 150];
const WOOL: Colour = [128, 44, 52];
const HANGER: Colour = [60, 60, 64];
const WRONG_RED: Colour = [176, 52, 46];
const ORDERED_GREY: Colour = [96, 98, 102];

/** Whether a point lies in a shape; units are pixels from the top left. */
type Shape = (x: number, y: number) => boolean;
type Extent = readonly [number, number, number, number];
type Layer = { readonly shape: Shape; readonly colour: Colour };

/** Left, top, right, bottom. */
const box = ([left, top, right, bottom]: Extent): Shape => (x, y) => x >= left && x < right && y >= top && y < bottom;
/** Its centre and its two radii. */
const ellipse = ([centreX, centreY, radiusX, radiusY]: Extent): Shape => (x, y) => ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;
/** A line that runs zigzag down from a point, as a crack does. */
const zigzag = (left: number, top: number, length: number): Shape => (x, y) => y >= top && y < top + length && Math.abs(x - left - (Math.abs(((y - top) % 24) - 12) - 6)) < 2;
const both = (one: Shape, other: Shape): Shape => (x, y) => one(x, y) && other(x, y);
const without = (one: Shape, other: Shape): Shape => (x, y) => one(x, y) && !other(x, y);

const cup = both(ellipse([110, 70, 58, 84]), (_, y) => y > 62);

const PICTURES: { readonly [S in PhotoSubject]: readonly Layer[] } = {
  'broken-cup': [
    { shape: ellipse([116, 152, 76, 14]), colour: SHADOW },
    { shape: without(cup, ellipse([158, 66, 34, 28])), colour: CELADON },
    { shape: ellipse([196, 146, 20, 8]), colour: CELADON },
    { shape: ellipse([52, 158, 12, 6]), colour: CELADON },
    { shape: both(cup, zigzag(104, 62, 84)), colour: CRACK },
  ],
  'crushed-box': [
    { shape: ellipse([120, 156, 92, 14]), colour: SHADOW },
    { shape: without(box([40, 48, 200, 152]), ellipse([196, 50, 56, 38])), colour: CARDBOARD },
    { shape: both(box([40, 48, 200, 152]), zigzag(140, 70, 82)), colour: CRACK },
    { shape: box([40, 92, 150, 102]), colour: TAPE },
  ],
  'shrunk-sweater': [
    { shape: box([92, 66, 148, 138]), colour: WOOL },
    { shape: box([70, 66, 92, 106]), colour: WOOL },
    { shape: box([148, 66, 170, 106]), colour: WOOL },
    { shape: box([60, 40, 180, 44]), colour: HANGER },
    { shape: box([118, 20, 122, 44]), colour: HANGER },
  ],
  'wrong-colour': [
    { shape: box([34, 46, 110, 146]), colour: WRONG_RED },
    { shape: box([140, 60, 206, 132]), colour: TAPE },
    { shape: box([150, 72, 196, 120]), colour: ORDERED_GREY },
  ],
  'half-empty-box': [
    { shape: box([36, 40, 204, 156]), colour: CARDBOARD },
    { shape: box([48, 52, 192, 144]), colour: SHADOW },
    { shape: ellipse([86, 100, 26, 30]), colour: CELADON },
  ],
};

/** A still grain, so that the picture is no drawing by numbers: the same at every run. */
const grain = (x: number, y: number): number => ((x * 73 + y * 151 + ((x * y) % 29) * 17) % 13) - 6;

const shade = ([red, green, blue]: Colour, by: number): Colour => [red + by, green + by, blue + by];

/** What a customer would photograph, drawn by code: a PNG of a few kilobytes. */
export function drawPhoto(subject: PhotoSubject): Photo {
  const layers = PICTURES[subject];
  const colourAt = (x: number, y: number): Colour => shade(layers.findLast(({ shape }) => shape(x, y))?.colour ?? TABLE, grain(x, y));
  return { name: `${subject}.png`, bytes: encodePng({ width: WIDTH, height: HEIGHT, colourAt }) };
}
