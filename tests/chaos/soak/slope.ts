/** A straight line through measurements with the interval that holds its true slope with 95 %. */
export type Slope = { readonly perStep: number; readonly low: number; readonly high: number };

const Z = 1.959_964;

/** The 97.5 % point of Student's t, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5); good from four degrees on. */
export function studentPoint(degrees: number): number {
  const first = (Z ** 3 + Z) / 4;
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least squares over values at steps 0, 1, 2, ...; needs six at least. */
export function slopeOf(values: readonly number[]): Slope {
  const count = values.length;
  const middle = (count - 1) / 2;
  const average = mean(values);
  const spread = values.reduce((sum, _value, step) => sum + (step - middle) ** 2, 0);
  const perStep = values.reduce((sum, value, step) => sum + (step - middle) * (value - average), 0) / spread;
  const residual = values.reduce((sum, value, step) => sum + (value - average - perStep * (step - middle)) ** 2, 0);
  const half = studentPoint(count - 2) * Math.sqrt(residual / (count - 2) / spread);
  return { perStep, low: perStep - half, high: perStep + half };
}
