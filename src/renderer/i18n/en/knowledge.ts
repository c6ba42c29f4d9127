export const knowledge = {
  title: 'Knowledge',
  search: 'Search knowledge',
  found_one: '{{count}} found, {{milliseconds}} ms',
  found_other: '{{count}} found, {{milliseconds}} ms',
  none: 'Nothing found',
  forHandoff: 'for this handoff',
  insert: 'Insert',
  internal: 'internal',
  open: 'Read all of it',
  failed: 'Knowledge can’t be searched: {{reason}}',
};
