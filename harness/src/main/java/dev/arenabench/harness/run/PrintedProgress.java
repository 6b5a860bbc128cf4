package dev.arenabench.harness.run;

import java.io.PrintStream;

/// [Progress] on a stream.
final class PrintedProgress implements Progress {
  private static final String ERASE_LINE = "\r\033[2K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean dirty;

  PrintedProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void working(String what) {
    if (terminal) {
      out.print(ERASE_LINE + what);
      out.flush();
      dirty = true;
    }
  }

  @Override
  public synchronized void line(String text) {
    out.println((dirty ? ERASE_LINE : "") + text);
    out.flush();
    dirty = false;
  }
}
