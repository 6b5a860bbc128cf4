package dev.arenabench.syntax;

import java.util.Arrays;

/// Call sites by callee name: what the `calls` pass fills. The callee's name is that of a NAME, the
/// field of a FIELD, or the method of a METHOD_CALL (parentheses are not looked through); every
/// other callee is anonymous.
///
/// Reused: [#clear] before the next tree. Not thread-safe.
public final class CallCounts {
  private int[] bySymbol;
  private int anonymous;

  /// @param symbolCount the interner's greatest symbol
  public CallCounts(int symbolCount) {
    bySymbol = new int[symbolCount + 1];
  }

  /// Makes room for symbols up to `symbolCount`, as the interner grows.
  public void ensure(int symbolCount) {
    if (symbolCount >= bySymbol.length) {
      bySymbol = Arrays.copyOf(bySymbol, Math.max(symbolCount + 1, bySymbol.length * 2));
    }
  }

  /// Counts a call of a named callee.
  public void named(int symbol) {
    bySymbol[symbol]++;
  }

  /// Counts a call of an anonymous callee.
  public void unnamed() {
    anonymous++;
  }

  /// Call sites whose callee has the name.
  public int of(int symbol) {
    return symbol < bySymbol.length ? bySymbol[symbol] : 0;
  }

  /// Call sites whose callee has no name.
  public int anonymous() {
    return anonymous;
  }

  /// All call sites.
  public long total() {
    long total = anonymous;
    for (int count : bySymbol) {
      total += count;
    }
    return total;
  }

  /// Forgets all counts.
  public void clear() {
    Arrays.fill(bySymbol, 0);
    anonymous = 0;
  }
}
