import { useEffect, useRef } from 'react';
import { waitOf } from '../../../shared/lib/wait-of.ts';
import { useApp, useDesk } from '../../bridge/desk-context.tsx';

/** At most one sound in this time, in milliseconds. */
const SILENCE = 60_000;
const LENGTH = 0.18;
const PITCH = 660;

function play(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + LENGTH);
  tone.frequency.value = PITCH;
  tone.connect(volume).connect(audio.destination);
  tone.addEventListener('ended', () => void audio.close());
  tone.start();
  tone.stop(audio.currentTime + LENGTH);
}

/** Once when somebody more begins to wait too long, if the person wants to hear it. */
export function useLateSound(lateCount: number): void {
  const isWanted = useApp((state) => state.settings.sound);
  const { tick } = useDesk();
  const last = useRef({ count: lateCount, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    const { count, at } = last.current;
    const isDue = isWanted && lateCount > count && waitOf(at, SILENCE, tick.now()) === 0;
    last.current = { count: lateCount, at: isDue ? tick.now() : at };
    if (isDue) play();
  }, [lateCount, isWanted, tick]);
}
