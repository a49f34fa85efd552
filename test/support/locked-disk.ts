/** A disk for tests on which some files and folders may not be read, whoever asks: permissions do not stop root. */
import { DISK, type Disk } from '../../src/files/disk.ts';

/** This machine's disk without what is at or below these absolute paths. */
export function lockedDisk(...paths: readonly string[]): Disk {
  const guard = <T>(path: string, read: () => T): T => {
    if (paths.some((each) => path === each || path.startsWith(`${each}/`)))
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    return read();
  };
  return {
    ...DISK,
    read: (path) => guard(path, () => DISK.read(path)),
    list: (path) => guard(path, () => DISK.list(path)),
  };
}
