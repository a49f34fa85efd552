/** What every table of the benchmark is given, and what it gives. */
import type { Statement } from './statement.ts';

/** One run of something: ms, and MB at its peak where they could be measured. */
export interface Run {
  readonly wall: number;
  /** User and system time of all threads. */
  readonly cpu?: number;
  readonly rss?: number;
}

/** A build by Bayan in a run, ms by stage. */
export interface Build extends Run {
  readonly timings: Readonly<Record<string, number>>;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  /** Decimals; a column without holds words. */
  readonly digits?: number;
}

/** Cells by the key of their column; a value that is undefined is printed as a dash. */
export type Row = Readonly<Record<string, string | number | undefined>>;

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

export interface Rounds {
  readonly warmUp: number;
  readonly runs: number;
}

/** The same brief built again and again in one process. */
export interface Rebuilds<T extends Run = Run> {
  readonly first: T;
  /** After an edit of one paragraph. */
  readonly edit: readonly T[];
  /** Without an edit. */
  readonly again: readonly T[];
}

/** Another program that does the same work. */
export interface Peer {
  readonly name: string;
  /** Takes so long that it gets fewer runs. */
  readonly slow?: boolean;
  /** A line below the first table. */
  readonly remark: string;
  /** A function that makes one PDF as a whole process. */
  prepareCold(statement: Statement): () => Run | Promise<Run>;
  rebuild(statement: Statement, rounds: Rounds): Rebuilds | Promise<Rebuilds>;
  /** A function that makes them all in one process. */
  prepareBatch(statements: readonly Statement[]): () => Run | Promise<Run>;
  /** What watches a text, where it can watch. */
  prepareWatch?(statement: Statement): Promise<Watched>;
}

/** A program that makes a PDF whenever its text is saved; it says when it watches (`Ctrl-C ends it`), and `7 ms after the save`. */
export interface Watched {
  /** For Node.js. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Saves another version of the text. */
  save(version: Statement): void;
}

/** Bayan in a folder, bundled. */
export interface Checkout {
  readonly tool: string;
  readonly root: string;
}

export interface Context {
  /** Temporary; whatever is put there is removed at the end. */
  readonly folder: string;
  /** Fewer runs of smaller documents. */
  readonly quick: boolean;
  /** Only the hard inputs whose name contains this. */
  readonly input?: string;
  readonly peers: readonly Peer[];
  /** This one, and what it is measured against, if anything. */
  readonly checkouts: readonly Checkout[];
  /** A measurement that two tables show is made once. */
  once<T>(name: string, measure: () => Promise<T>): Promise<T>;
  /** Tells whoever waits what is going on; never part of the result. */
  note(words: string): void;
}
