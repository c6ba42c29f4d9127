export const suggestions = {
  title: 'Suggested',
  fresh: 'as of the last message, {{milliseconds}} ms',
  none: 'nothing with evidence for this message',
  answered: 'new ones come with the customer’s next message',
  offline: 'made before the line was cut; stock and orders aren’t checked',
  insert: 'insert',
  noneFits: 'none fits',
  keys: 'Alt 1–3',
  confidence: 'Confidence, from 0 to 1',
  withdrawn: 'withdrawn: {{why}}',
  said: 'Thank you, noted',
};
