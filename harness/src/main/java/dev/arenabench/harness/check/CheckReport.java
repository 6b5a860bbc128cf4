package dev.arenabench.harness.check;

import java.util.List;

/// What a check of many files found; `check --json` prints it as it stands.
///
/// @param files how many were read
/// @param accepted how many are programs of their dialect
/// @param rejected how many are not
/// @param disagreements how many files the contenders treat differently: always 0, or it is a
///   defect
/// @param dialectDifferences how many Lua files mean something else as TypedLua, as which they were
///   read; 0 if no Lua file was
public record CheckReport(
    int files,
    int accepted,
    int rejected,
    int disagreements,
    int dialectDifferences,
    List<Rejection> rejections,
    List<Disagreement> disagreeing,
    List<DialectDifference> differing) {
  public CheckReport {
    rejections = List.copyOf(rejections);
    disagreeing = List.copyOf(disagreeing);
    differing = List.copyOf(differing);
    if (files != accepted + rejected
        || rejected != rejections.size()
        || disagreements != disagreeing.size()
        || dialectDifferences != differing.size()) {
      throw new IllegalArgumentException(
          "files="
              + files
              + ", accepted="
              + accepted
              + ", rejected="
              + rejected
              + ", rejections="
              + rejections.size()
              + ", disagreements="
              + disagreements
              + ", disagreeing="
              + disagreeing.size()
              + ", dialectDifferences="
              + dialectDifferences
              + ", differing="
              + differing.size());
    }
  }

  /// A file that is no program of its dialect.
  ///
  /// @param line from 1
  /// @param column from 1, in code points
  /// @param expected what could have stood there; empty if the message tells, or nothing can be
  ///   told
  /// @param excerpt the line and a caret below the column, as two lines
  public record Rejection(
      String file, int line, int column, String message, String expected, String excerpt) {}

  /// A file that contenders treat differently.
  ///
  /// @param what the answer that differs: `dump`, `verify`, `resolve`, …
  public record Disagreement(String file, String what, String detail) {}

  /// A Lua file that is another program as TypedLua, or a program in one of the two only.
  public record DialectDifference(String file, String reason) {}
}
