/** The number of a publication. */
export const match = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);
