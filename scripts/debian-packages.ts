import { runProgram } from './run-program.ts';

/**
 * Installs packages of the distribution where that needs nobody's help: as root, or by a sudo that asks nothing.
 * Gives the reason why not, as the end of a sentence, or `undefined` when they are installed.
 */
export async function installDebianPackages(packages: readonly string[]): Promise<string | undefined> {
  const command = `apt-get install ${packages.join(' ')}`;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (...args: readonly string[]) => {
    const [program = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    return runProgram(program, rest, { output: 'keep', env });
  };
  const update = await apt('update', '-q');
  if (update.code === 127)
    return `this system has no apt-get or no sudo; install ${packages.join(', ')} in its own way`;
  if (update.code !== 0 && sudo.length > 0)
    return `this user may not install packages; ask for: sudo ${command}`;
  const install = await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  return install.code === 0 ? undefined : `apt-get said: ${install.output.trim().split('\n').at(-1)}`;
}
