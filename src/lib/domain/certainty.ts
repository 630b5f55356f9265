/** How sure something is that a source says: literally, by another source, or inferred from it. */
export const CERTAINTIES = ['stated', 'secondary', 'inferred'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
