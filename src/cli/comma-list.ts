/** Lists in options. */

/** `--lang ur,ps` is the same as `--lang ur ps`. */
export function commaList(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(',').filter((part) => part !== '')];
}
