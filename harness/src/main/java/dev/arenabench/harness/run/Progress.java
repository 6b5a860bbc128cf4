package dev.arenabench.harness.run;

import java.io.PrintStream;

/// Where a run says how far it is.
public interface Progress {
  /// What is being done now; may be shown until the next line or not at all.
  void working(String what);

  /// Something that stays to be read.
  void line(String text);

  /// Says nothing.
  static Progress silent() {
    return new Progress() {
      @Override
      public void working(String what) {}

      @Override
      public void line(String text) {}
    };
  }

  /// Prints. On a terminal, what is being done now takes one line that is overwritten; elsewhere (a
  /// log, a CI job) only the lines that stay are printed.
  static Progress to(PrintStream out, boolean terminal) {
    return new PrintedProgress(out, terminal);
  }
}
