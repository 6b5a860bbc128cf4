package dev.arenabench.harness.seam;

/// What the benchmark of a batch and its rigs have to agree on.
public final class Batch {
  /// How often a pass goes over the corpus: so that a pass lasts long enough for its start and its
  /// last file, which all threads but one spend waiting, not to matter.
  public static final int ROUNDS = 16;

  private static final String ALL = "all";
  private static final String PREFIX = "threads-";
  private static final int MOST_DIGITS = 4;

  private Batch() {}

  /// Whether that is a number of threads: `all`, one for each core that the process may use, or
  /// `threads-N`.
  public static boolean isThreads(String text) {
    if (text.equals(ALL)) {
      return true;
    }
    String digits = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
    return digits.matches("[1-9][0-9]*") && digits.length() <= MOST_DIGITS;
  }

  /// The number of threads that a text says.
  ///
  /// @throws IllegalArgumentException if it says none
  public static int threads(String text) {
    if (!isThreads(text)) {
      throw new IllegalArgumentException("threads=" + text + ": use all, or threads-N");
    }
    return text.equals(ALL)
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(text.substring(PREFIX.length()));
  }
}
