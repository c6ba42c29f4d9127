import type { MessageBoxOptions, MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from 'electron';
import { refuseRest } from '../core/refuse-rest.ts';
import { report } from '../core/report.ts';

/** A dialog that was shown. */
export interface ShownDialog {
  readonly kind: 'message' | 'open' | 'save' | 'error';
  readonly options: object;
}

type Given<T> = readonly [window: object, options: T] | readonly [options: T];

/**
 * Electron's `dialog`, answered as if the person pressed Escape. A test that wants another answer replaces the method,
 * as it does with Electron: `app.evaluate(({ dialog }) => { dialog.showMessageBox = ... })`.
 */
export class Dialog {
  readonly #shown: ShownDialog[] = [];

  showMessageBox(...given: Given<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
    const options = this.#show('message', given);
    return Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked: options.checkboxChecked ?? false });
  }

  showOpenDialog(...given: Given<object>): Promise<OpenDialogReturnValue> {
    this.#show('open', given);
    return Promise.resolve({ canceled: true, filePaths: [] });
  }

  showSaveDialog(...given: Given<object>): Promise<SaveDialogReturnValue> {
    this.#show('save', given);
    return Promise.resolve({ canceled: true, filePath: '' });
  }

  showErrorBox(title: string, content: string): void {
    this.#show('error', [{ title, content }]);
    report(title, content);
  }

  /** The stand-in's own: the dialogs that were shown, the oldest first. */
  get shown(): readonly ShownDialog[] {
    return this.#shown;
  }

  #show<T extends object>(kind: ShownDialog['kind'], given: Given<T>): T {
    const options = given.length === 1 ? given[0] : given[1];
    this.#shown.push({ kind, options });
    return options;
  }
}

refuseRest(Dialog.prototype, 'Dialog');
