import { inspect } from 'node:util';
import type { Incarnation } from './incarnation.ts';

type Complaint = { readonly facts: object; readonly message: string; /** Of the process that makes it. */ readonly life: Incarnation };

/** Errors in the log of the processes on one machine, from the moment on from which nothing is done to it: before, they are as they should be. */
export type Complaints = { readonly begin: () => void; readonly hear: (complaint: Complaint) => void; readonly all: () => readonly string[] };

const NESTED = 4;

/** Hears nothing until it is told to begin, and nothing of the dead. */
export function createComplaints(): Complaints {
  const heard: string[] = [];
  let isHearing = false;
  return {
    begin: () => void (isHearing = true),
    hear: ({ facts, message, life }) => void (isHearing && life.isAlive() && heard.push(`${message}: ${inspect(facts, { depth: NESTED, breakLength: Infinity })}`)),
    all: () => heard,
  };
}
