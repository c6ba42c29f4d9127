/** Where a chord works: anywhere, only outside text fields, or only while its own dialogue is open. */
export type CommandPlace = 'everywhere' | 'outside-text' | 'dialog';

export type CommandFacts = { readonly chord: string | null; readonly place: CommandPlace };

/**
 * Every command of the desk with its chord: the one registry that keys, palette, settings and key caps read. No Ctrl+Alt
 * chords (they type letters on many layouts); Alt chords are matched by the key's place; single letters work outside text.
 */
export const COMMANDS = {
  'palette.open': { chord: 'Mod+K', place: 'everywhere' },
  'inbox.longest-wait': { chord: 'Mod+J', place: 'everywhere' },
  'inbox.next': { chord: 'J', place: 'outside-text' },
  'inbox.previous': { chord: 'K', place: 'outside-text' },
  'inbox.focus': { chord: 'Escape', place: 'everywhere' },
  'pane.next': { chord: 'F6', place: 'everywhere' },
  'pane.previous': { chord: 'Shift+F6', place: 'everywhere' },
  'composer.reply': { chord: 'R', place: 'outside-text' },
  'composer.note': { chord: 'Mod+Shift+E', place: 'everywhere' },
  'composer.send': { chord: 'Mod+Enter', place: 'everywhere' },
  'suggestion.first': { chord: 'Alt+1', place: 'everywhere' },
  'suggestion.second': { chord: 'Alt+2', place: 'everywhere' },
  'suggestion.third': { chord: 'Alt+3', place: 'everywhere' },
  'suggestion.none-fits': { chord: 'Alt+0', place: 'everywhere' },
  'conversation.take-over': { chord: 'Alt+T', place: 'everywhere' },
  'conversation.transfer': { chord: 'T', place: 'outside-text' },
  'conversation.snooze': { chord: 'S', place: 'outside-text' },
  'conversation.resolve': { chord: 'E', place: 'outside-text' },
  'knowledge.search': { chord: 'Alt+K', place: 'everywhere' },
  'stale.send-anyway': { chord: 'Mod+Shift+Enter', place: 'dialog' },
  'demo.open': { chord: 'Mod+D', place: 'everywhere' },
  'demo.be-customer': { chord: null, place: 'everywhere' },
  'settings.open': { chord: null, place: 'everywhere' },
  'desk.open': { chord: null, place: 'everywhere' },
  'language.switch': { chord: null, place: 'everywhere' },
  'theme.switch': { chord: null, place: 'everywhere' },
} as const satisfies { readonly [id: string]: CommandFacts };

export type CommandId = keyof typeof COMMANDS;

export const commandIds = Object.keys(COMMANDS) as CommandId[];

/**
 * Chords that each host keeps for itself, so that a page never sees them, or that every person expects of it. None of ours
 * may be one of these.
 */
export const RESERVED_CHORDS = {
  electron: ['Mod+Q', 'Mod+W', 'Mod+M', 'Mod+H', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+Z', 'Mod+Shift+Z', 'Mod+R', 'Mod+Shift+I', 'Alt+F4', 'F11', 'F12'],
  browser: [
    'Mod+T', 'Mod+N', 'Mod+W', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+Shift+W', 'Mod+Q', 'Ctrl+Tab', 'Ctrl+Shift+Tab', 'Mod+L', 'Mod+R', 'Mod+F', 'Mod+P',
    'Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+Z', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'F5', 'F11', 'F12',
  ],
} as const;
