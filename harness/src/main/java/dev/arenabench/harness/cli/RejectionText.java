package dev.arenabench.harness.cli;

import dev.arenabench.harness.check.CheckReport;

/// What is wrong with a file, in three lines: where and what, the source, and below the place a
/// caret with what was expected there, if the message does not tell that.
final class RejectionText {
  /// Messages quote the source, and a token may be as long as that.
  private static final int MAX_MESSAGE_CHARS = 160;

  private RejectionText() {}

  /// @param file how the user named it
  static String of(String file, CheckReport.Rejection rejection) {
    String expected = rejection.expected().isEmpty() ? "" : " expected " + rejection.expected();
    return file
        + ":"
        + rejection.line()
        + ":"
        + rejection.column()
        + ": "
        + oneLine(rejection.message())
        + "\n"
        + rejection.excerpt()
        + expected;
  }

  private static String oneLine(String message) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < message.length(); i++) {
      if (shown.length() >= MAX_MESSAGE_CHARS) {
        return shown.append('…').toString();
      }
      char c = message.charAt(i);
      if (Character.isISOControl(c)) {
        shown.append("<\\").append((int) c).append('>');
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
