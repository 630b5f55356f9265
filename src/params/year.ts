/** A year: four digits. */
export const match = (text: string): boolean => /^\d{4}$/.test(text);
