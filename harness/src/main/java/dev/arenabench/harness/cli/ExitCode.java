package dev.arenabench.harness.cli;

/// What a command's exit status says; see the package's documentation.
final class ExitCode {
  static final int DONE = 0;
  static final int BAD_NEWS = 1;
  static final int USAGE = 2;
  static final int NOT_ENOUGH_EVIDENCE = 3;
  static final int MEASUREMENT_FAILED = 4;
  static final int DEFECT = 70;

  private ExitCode() {}
}
