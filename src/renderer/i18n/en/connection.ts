export const connection = {
  offline: 'Cut off for {{clock}}. What you write is kept on this device and sent in order when the line is back, never twice.',
  offlineShort: 'Cut off for {{clock}}; clocks run on this device',
  catchingUp: 'Connected. Catching up: {{done}} of {{of}}; then your messages go.',
  catchingUpShort: 'Connected, catching up',
  progress: 'Caught up {{done}} of {{of}}',
  refused: 'The server refuses this desk: {{reason}}',
  tryNow: 'Try now',
  useHere: 'Use it here',
};
