/**
 * Makes markdown-it remember columns, which it knows while it parses and then forgets. Inline tokens carry in
 * `map` (null in stock markdown-it) the offsets in their block's content at which they start and end; block
 * tokens get the offset of their construct in `ParseNotes.starts`.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { MAX_NESTING, type ParseEnv } from './notes.ts';

export function installPositions(md: MarkdownIt): void {
  installInline(md);
  installBlock(md);
}

interface Positioned extends StateInline {
  /** Called before a construct is tried at `pos`, when everything before `pos` is done with. */
  mark(): void;
}

function installInline(md: MarkdownIt): void {
  class PositionedState extends md.inline.State implements Positioned {
    #pendingStart = 0;
    /** The last token pushed, until it is known where it ends. */
    #last: Token | undefined;
    /** The run of `*`, `_` or `~` being pushed one token after another from the same place. */
    #run = { start: -1, index: 0, width: 1 };

    mark(): void {
      if (this.#last?.map) this.#last.map[1] = this.pos;
      this.#last = undefined;
      if (this.pending === '') this.#pendingStart = this.pos;
    }

    override pushPending(): Token {
      const length = this.pending.length;
      const token = super.pushPending();
      token.map = [this.#pendingStart, this.#pendingStart + length];
      return token;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      if (type === 'text' && this.#isDelimiter()) {
        token.map = this.#nextOfRun();
        this.#last = undefined;
        return token;
      }
      if (this.#last?.map) this.#last.map[1] = this.pos;
      token.map = [this.pos, this.src.length];
      // For text nested so deeply that no construct is tried in it any more.
      this.#pendingStart = this.pos;
      this.#last = token;
      return token;
    }

    #isDelimiter(): boolean {
      return '*_~'.includes(this.src.charAt(this.pos));
    }

    #nextOfRun(): [number, number] {
      const run = this.#run;
      if (run.start === this.pos) run.index++;
      else {
        const marker = this.src.charAt(this.pos);
        let end = this.pos;
        while (this.src.charAt(end) === marker) end++;
        // Tildes are pushed together.
        this.#run = { start: this.pos, index: 0, width: marker === '~' ? end - this.pos : 1 };
      }
      const { start, index, width } = this.#run;
      return [start + index * width, start + (index + 1) * width];
    }
  }
  md.inline.State = PositionedState;
  md.inline.ruler.before('text', 'mark', (state, silent) => {
    if (!silent) (state as Positioned).mark();
    return false;
  });
}

const FOOTNOTE_DEFINITION = /\[\^([^\s\]]+)\]:/y;

function installBlock(md: MarkdownIt): void {
  let start: number | undefined;
  class PositionedBlockState extends md.block.State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      const { starts } = (this.env as ParseEnv).notes;
      if (type === 'list_item_open') starts.set(token, this.bMarks[this.line]! + this.tShift[this.line]!);
      else if (start !== undefined && nesting >= 0) starts.set(token, start);
      if (nesting >= 0) start = undefined;
      return token;
    }
  }
  md.block.State = PositionedBlockState;
  md.block.ruler.before('table', 'mark', (state, startLine, _endLine, silent) => {
    if (silent) return false;
    start = state.bMarks[startLine]! + state.tShift[startLine]!;
    FOOTNOTE_DEFINITION.lastIndex = start;
    const label = FOOTNOTE_DEFINITION.exec(state.src)?.[1];
    if (label !== undefined && state.sCount[startLine]! - state.blkIndent < 4) {
      const { definitions } = (state.env as ParseEnv).notes;
      const earlier = definitions.get(label);
      if (earlier) earlier.push(start);
      else definitions.set(label, [start]);
    }
    return false;
  });
  const tokenize = md.block.tokenize.bind(md.block);
  md.block.tokenize = (state, startLine, endLine) => {
    // markdown-it silently drops what is nested deeper; authors should hear of it.
    if (state.level >= MAX_NESTING) {
      const line = state.skipEmptyLines(startLine);
      if (line < endLine) (state.env as ParseEnv).notes.tooDeep ??= state.bMarks[line]! + state.tShift[line]!;
    }
    tokenize(state, startLine, endLine);
  };
}
