/** Git repositories for tests, which know nothing of whoever runs them. */
import { execFileSync } from 'node:child_process';

export interface Repository {
  /** Commits all that is in the folder, and gives the commit. */
  commit(message?: string): string;
  git(...args: readonly string[]): string;
}

/** Makes a folder a repository. */
export function repository(root: string): Repository {
  const env = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_AUTHOR_DATE: '2024-04-16T12:00:00Z' },
    ...{
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_COMMITTER_DATE: '2024-04-16T12:00:00Z',
    },
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '--quiet');
  return {
    git,
    commit(message = 'a commit') {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}
