import { OperatorError } from '../src/platform/errors.ts';

const USAGE_EXIT = 64;

/** Runs a command with the words behind its name; what its operator can mend is told in words and by the exit code. */
export async function commandLine(usage: string, command: (args: string[]) => unknown): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof OperatorError) exit(error.exitCode, error.message);
    if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) {
      exit(USAGE_EXIT, `${(error as Error).message}\n\n${usage}`);
    }
    throw error;
  }
}

/** What is wrong with the words behind a command's name, to be told with its usage. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_PARSE_ARGS_COMMAND' });
}

function exit(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
