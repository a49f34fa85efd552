/** Types that neither Node's nor the packages' own declarations give. */

/** The part of the WebAssembly interface that the HarfBuzz binding uses. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
}
