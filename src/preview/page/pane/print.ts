/** Prints the PDF itself, not the page around it. */

let frame: HTMLIFrameElement | undefined;

/** Through the browser's own viewer in a frame that nobody sees; where a browser does not allow that, in a window. */
export function print(address: string): void {
  frame?.remove();
  const hidden = document.createElement('iframe');
  hidden.className = 'print-frame';
  hidden.title = 'PDF';
  hidden.tabIndex = -1;
  hidden.setAttribute('aria-hidden', 'true');
  hidden.addEventListener('load', () => {
    try {
      hidden.contentWindow?.focus();
      hidden.contentWindow?.print();
    } catch {
      // Firefox shows PDFs from an origin of its own.
      window.open(address, '_blank', 'noopener');
    }
  });
  hidden.src = address;
  document.body.append(hidden);
  frame = hidden;
}
