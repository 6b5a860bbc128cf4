package dev.arenabench.harness.cli;

/// Something that the user can mend. The message is one sentence that says what happened and what
/// to do.
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  UserError(int exitCode, String message) {
    super("arenabench: " + message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
