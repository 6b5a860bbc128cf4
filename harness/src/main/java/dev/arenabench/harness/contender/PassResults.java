package dev.arenabench.harness.contender;

import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;

/// What the passes fill, kept from tree to tree. Made when all names of the corpus are interned.
///
/// Answers are drawn once for many trees, since that costs more than the smallest of them.
final class PassResults {
  private final Interner interner;
  private final Census census = new Census();
  private final CallCounts calls;
  private final Scopes scopes = new Scopes();
  private final LuaWriter writer;
  private int anonymousBefore;
  private long sum;

  PassResults(Interner interner) {
    this.interner = interner;
    calls = new CallCounts(interner.count());
    writer = new LuaWriter(interner);
  }

  void begin() {
    census.clear();
    anonymousBefore = calls.anonymous();
    sum = 0;
  }

  long answer() {
    long answer = sum + calls.anonymous() - anonymousBefore;
    int[] counts = census.counts();
    for (int kind = 1; kind < Kind.METHOD_NAME; kind++) {
      // Each kind weighs differently, so that one node taken for another is seen.
      answer += (long) kind * counts[kind];
    }
    return answer;
  }

  Interner interner() {
    return interner;
  }

  Census census() {
    return census;
  }

  CallCounts calls() {
    return calls;
  }

  Scopes scopes() {
    return scopes;
  }

  /// Takes what a tree's names were resolved to.
  void takeScopes() {
    sum += scopes.localUses() + 3L * scopes.upvalueUses() + 7L * scopes.globalUses();
  }

  LuaWriter emptyWriter() {
    writer.clear();
    return writer;
  }

  /// Takes the length of what was written.
  void takeText() {
    sum += writer.length();
  }
}
