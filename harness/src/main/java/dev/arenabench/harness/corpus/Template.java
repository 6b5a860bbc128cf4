package dev.arenabench.harness.corpus;

import java.util.ArrayList;
import java.util.List;

/// A place in the shipped programs whose text may vary: all uses of one name, a string, a number or
/// a comment, with the texts that were made for it so far.
final class Template {
  /*
   * Heaps' law (Heaps, "Information Retrieval: Computational and Theoretical Aspects", 1978): the
   * number of distinct words in n bytes of text grows as k * n^b with b < 1. It holds for names and
   * strings in programs as it does for prose. In 601 files of real Lua (4.2 MB, mean of twelve
   * orders of the files) there are 820 distinct names in 100 KB, 4466 in 1 MB and 10006 in 3 MB, so
   * b = 0.735; and 593, 4067 and 10356 strings, so b = 0.84.
   */
  /// What the text is, and how many different ones there are in a given amount of source.
  enum Sort {
    NAME(820, 0.735),
    /// Strings that are no name as well.
    STRING(480, 0.9),
    NUMBER(60, 0.6),
    /// Comments do not reach the tree: they need only not be all the same.
    COMMENT(700, 0.95);

    private final double at100Kilobytes;
    private final double exponent;

    Sort(double at100Kilobytes, double exponent) {
      this.at100Kilobytes = at100Kilobytes;
      this.exponent = exponent;
    }

    /// How many distinct texts so many bytes of source hold.
    double distinctIn(int bytes) {
      // StrictMath: the same last bit, and so the same source, on every machine.
      return at100Kilobytes * StrictMath.pow(bytes / 1e5, exponent);
    }
  }

  private final Sort sort;
  private final String original;
  private final List<byte[]> variants = new ArrayList<>();

  // A name is the same all over a module.
  private int module = -1;
  private byte[] current = {};

  /// @param original as it stands in the shipped program, one `char` a byte
  Template(Sort sort, String original) {
    this.sort = sort;
    this.original = original;
  }

  Sort sort() {
    return sort;
  }

  String original() {
    return original;
  }

  /// The texts that are in use, oldest first.
  List<byte[]> variants() {
    return variants;
  }

  boolean isChosenFor(int module) {
    return this.module == module;
  }

  void choose(int module, byte[] text) {
    this.module = module;
    current = text;
  }

  /// The text that was chosen last.
  byte[] current() {
    return current;
  }
}
