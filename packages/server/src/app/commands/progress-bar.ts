/** A line that shows how far work has come, in a terminal; lines said meanwhile stand above it. */
export interface ProgressBar {
  show(done: number, total: number, note: string): void;
  say(line: string): void;
  done(): void;
}

const WIDTH = 32;

/** A progress bar on standard error; where that is no terminal only the lines that are said appear. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  let shown = '';
  const clear = () => {
    if (shown) stream.write(`\r${' '.repeat(shown.length)}\r`);
  };
  return {
    show(done, total, note) {
      if (!stream.isTTY) return;
      const part = total > 0 ? Math.min(1, done / total) : 1;
      const filled = Math.round(part * WIDTH);
      clear();
      shown = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(Math.round(part * 100)).padStart(3)} %  ${note}`;
      stream.write(shown);
    },
    say(line) {
      clear();
      stream.write(`${line}\n`);
      if (shown && stream.isTTY) stream.write(shown);
    },
    done() {
      clear();
      shown = '';
    },
  };
}
