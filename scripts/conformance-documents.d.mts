/** Types of ./conformance-documents.mjs for the tests. */
export declare const root: string;
/** Bundles Bayan's library from its source; resolves with the path of the module. */
export declare function bundleLibrary(): Promise<string>;
