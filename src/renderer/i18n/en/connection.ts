export const connection = {
  offline: 'Cut off for {{clock}}. What you write is kept, and sent once and in order when the line is back.',
  offlineShort: 'Cut off for {{clock}}; clocks run on this device',
  catchingUp: 'Connected. Catching up: {{done}} of {{of}}; then your messages go.',
  catchingUpShort: 'Connected, catching up',
  progress: 'Caught up {{done}} of {{of}}',
  refused: 'The server refuses this desk: {{reason}}',
  tryNow: 'Try now',
  useHere: 'Use it here',
};
