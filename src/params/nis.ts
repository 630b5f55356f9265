/** A NIS code: five digits. */
export const match = (text: string): boolean => /^\d{5}$/.test(text);
