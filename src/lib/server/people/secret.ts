/** Secrets that a browser holds: the database keeps their hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hexadecimal. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
