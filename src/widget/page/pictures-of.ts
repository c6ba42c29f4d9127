/** Files of a choice, a paste or a drop that can be shown as pictures. */
export const picturesOf = (files: FileList | null | undefined): File[] => [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
