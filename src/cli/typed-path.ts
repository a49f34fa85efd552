/** Paths in what commands say. */
import { isWithin, projectPath } from '../files/containment.ts';

/** As somebody in `cwd` would type it, with `/`; whole where it is not below. */
export function typedPath(cwd: string, path: string): string {
  return path !== cwd && isWithin(cwd, path) ? projectPath(cwd, path) : path;
}
