import { extractText, getDocumentProxy } from 'unpdf';

/** The text of every page of a PDF file, its runs of space as one. */
export async function pdfPages(file: Uint8Array): Promise<string[]> {
	const document = await getDocumentProxy(new Uint8Array(file));
	const { text } = await extractText(document);
	return text.map((page) => page.replace(/\s+/g, ' ').trim());
}
