/** One flag of a command, `--name value`. */
export interface Flag {
  /** What the value is, as shown by --help; a flag without it is a switch. */
  value?: string;
  help: string;
  isRequired?: boolean;
  default?: string;
}

/** Flags as given, by name; a switch is "true". */
export type Flags = Readonly<Record<string, string | undefined>>;

/** One subcommand of `baton`. */
export interface Command {
  summary: string;
  flags: Readonly<Record<string, Flag>>;
  /** Lines shown below the flags by --help: the form of input and output. */
  notes: readonly string[];
  run(flags: Flags): Promise<void>;
}
