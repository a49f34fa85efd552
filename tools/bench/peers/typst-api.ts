/** The API of @myriaddreamin/typst-ts-node-compiler, as far as it is used here. */

export interface TypstProject {
  compile(source: { mainFilePath: string } | { mainFileContent: string }): {
    readonly result: { readonly numOfPages: number } | null;
    printDiagnostics(): void;
  };
  pdf(result: object, options: typeof PDF_STANDARD): Uint8Array;
}

export interface TypstFonts {
  /** Absolute paths of font files. */
  readonly fonts: readonly string[];
}

/** As Bayan's. */
export const PDF_STANDARD = { pdfStandard: 'a-2a' } as const;

/** Compilations after which `typst watch` forgets what was not used again. */
export const RECENT = 10;
