/** Draws a page where nobody sees it: its picture as sharp as the screen is, and its text over it, to be selected. */
import { type PDFPageProxy, RenderingCancelledException, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OpenPdf } from './open-pdf.ts';

export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  /** px for each pt, when it was drawn. */
  readonly scale: number;
  readonly text?: {
    readonly layer: HTMLElement;
    /** One for each piece of the page's text. */
    readonly elements: readonly HTMLElement[];
  };
}

/** Browsers draw nothing on a canvas of more pixels (Safari: 16,777,216). */
const MOST_PIXELS = 2 ** 24;

/**
 * @param page from 0
 * @param scale px for each pt
 * @returns undefined where its PDF was closed meanwhile
 */
export async function drawPage(
  pdf: OpenPdf,
  page: number,
  scale: number,
  { withText = true }: { readonly withText?: boolean } = {},
): Promise<Drawing | undefined> {
  const proxy = await pdf.page(page);
  const canvas = await drawCanvas(proxy, scale);
  if (!canvas || !withText) return canvas && { canvas, scale };
  const layer = document.createElement('div');
  layer.className = 'text-layer';
  const textLayer = new TextLayer({
    textContentSource: await pdf.textContent(page),
    container: layer,
    viewport: proxy.getViewport({ scale }),
  });
  await textLayer.render();
  // Behind the text: where the pointer is between lines, it selects to there and not to the end of the page.
  const end = document.createElement('div');
  end.className = 'end-of-content';
  layer.append(end);
  return { canvas, scale, text: { layer, elements: textLayer.textDivs } };
}

async function drawCanvas(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement | undefined> {
  const size = page.getViewport({ scale });
  const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale: scale * sharp });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  try {
    await page.render({ canvas, viewport }).promise;
    return canvas;
  } catch (error) {
    if (error instanceof RenderingCancelledException) return undefined;
    throw error;
  }
}
