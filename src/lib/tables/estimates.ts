import { isEstimate } from '#lib/domain/status.ts';
import { piecesOf, type Cell, type Piece } from './cell.ts';

/** What the numbers of a cell are; null without any. */
type Surety = 'estimate' | 'sure' | null;

/** Whether cells hold numbers, and each of them is an estimate or stands beside one in its cell. */
export function areEstimates(cells: readonly Cell[]): boolean {
	const sureties = new Set(cells.map(suretyOf));
	return sureties.has('estimate') && !sureties.has('sure');
}

function suretyOf(cell: Cell): Surety {
	const pieces = new Set(piecesOf(cell).map(suretyOfPiece));
	return pieces.has('estimate') ? 'estimate' : pieces.has('sure') ? 'sure' : null;
}

function suretyOfPiece(piece: Piece): Surety {
	if (typeof piece === 'string') return suretyOfWords(piece);
	if ('words' in piece) return suretyOf(piece.words);
	if ('figure' in piece && piece.figure.value !== null)
		return isEstimate(piece.figure) ? 'estimate' : 'sure';
	if ('amount' in piece) return piece.estimated ? 'estimate' : 'sure';
	return 'observed' in piece || 'day' in piece ? 'sure' : null;
}

const suretyOfWords = (words: string): Surety =>
	words.includes('≈') ? 'estimate' : /\d/.test(words) ? 'sure' : null;
