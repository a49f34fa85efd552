/** Types of ./tags.mjs for the tests. */
export declare function tagTree(file: Uint8Array): string;
